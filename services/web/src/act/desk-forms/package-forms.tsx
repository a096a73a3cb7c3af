import { Form, Input, Select, type FormInstance } from 'antd';
import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { useHandling, type Handling } from '../../api/use-handling.ts';
import { useUnits } from '../../api/use-units.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { keep } from '../kept.ts';
import { TextField } from '../text-field.tsx';
import { WithLoaded } from '../with-loaded.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';
import { memberUnitOptions } from './member-unit-options.ts';
import { asItStands, onlyPackage, type WorkPackage as HeldPackage } from './package-choice.ts';
import { PackageField } from './package-field.tsx';

interface WorkPackage {
  readonly unitId: string;
  readonly task: string;
  readonly dueOn: string;
}

function PackageFields({ handling, today }: { handling: Handling; today: string }): ReactElement {
  const units = useUnits();
  return (
    <>
      <Form.Item name="unitId" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
        <Select options={[...memberUnitOptions(handling, units)]} />
      </Form.Item>
      <TextField name="task" label="任务" max={500} rows={2} />
      <Form.Item name="dueOn" label="完成日期" rules={[{ required: true, message: '请选择日期' }]}>
        <Input type="date" min={today} />
      </Form.Item>
    </>
  );
}

/** 增加工作包 of a task force that exists. */
function AddForm(props: DeskFormProps): ReactElement {
  const handling = useHandling(props.caseId);
  return (
    <>
      <WithLoaded name={addWorkPackage.name} query={handling} what="专班" onClose={props.onClose}>
        {(found) => (
          <ActDrawer<WorkPackage>
            {...props}
            name={addWorkPackage.name}
            fields={() => <PackageFields handling={found} today={props.today} />}
            send={async (body, header) => {
              const params = { path: { id: found.taskForce?.taskForceId ?? '' }, header };
              return dataOf(await api.POST('/api/v1/task-forces/{id}/work-packages', { params, body }));
            }}
          />
        )}
      </WithLoaded>
    </>
  );
}

type Amendment = WorkPackage & { readonly packageId: string; readonly reason: string };

/** 调整工作包: another unit, task or day, with the reason. */
function AmendForm(props: DeskFormProps): ReactElement {
  const handling = useHandling(props.caseId);
  const keptAs = `${props.keptAs}${props.caseId}`;
  const fill = (form: FormInstance<Amendment>, chosen: HeldPackage): void => {
    form.setFieldsValue(asItStands(chosen));
    keep(keptAs, form.getFieldsValue());
  };
  return (
    <>
      <WithLoaded name={amendWorkPackage.name} query={handling} what="专班" onClose={props.onClose}>
        {(found) => {
          const packages = found.taskForce?.workPackages ?? [];
          const only = onlyPackage(packages);
          return (
            <ActDrawer<Amendment>
              {...props}
              keptAs={keptAs}
              name={amendWorkPackage.name}
              hint="选定工作包，写明今后由谁、做什么、何时完成；期限另起。"
              {...(only === undefined ? {} : { initial: asItStands(only) })}
              fields={(form) => (
                <>
                  <PackageField packages={packages} onChosen={(chosen) => fill(form, chosen)} />
                  <PackageFields handling={found} today={props.today} />
                  <TextField name="reason" label="理由" max={1_000} rows={3} />
                </>
              )}
              send={async ({ packageId, ...body }, header) => {
                const params = { path: { id: packageId }, header };
                return dataOf(await api.POST('/api/v1/work-packages/{id}:amend', { params, body }));
              }}
            />
          );
        }}
      </WithLoaded>
    </>
  );
}

export const addWorkPackage: DeskForm = { act: 'addWorkPackage', name: '增加工作包', Form: AddForm };
export const amendWorkPackage: DeskForm = { act: 'amendWorkPackage', name: '调整工作包', Form: AmendForm };
