import { Button, Form, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useHandling, type Handling } from '../../api/use-handling.ts';
import { useUnits } from '../../api/use-units.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { choices } from '../../design/words.ts';
import { ChoiceField } from '../choice-field.tsx';
import { TextField } from '../text-field.tsx';
import { WithLoaded } from '../with-loaded.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';
import { memberUnitOptions } from './member-unit-options.ts';

interface WorkPackage {
  readonly unitId: string;
  readonly task: string;
  readonly dueOn: string;
}

interface TaskForce {
  readonly convenerId: string;
  readonly leaderName: string;
  readonly leaderRank: LeaderRank;
  /** Absent until a row was added. */
  readonly workPackages?: readonly WorkPackage[];
}

type LeaderRank = Schemas['FormTaskForceInput']['leaderRank'];

const MOST_PACKAGES = 50;

/** 成立专班: a convener from the standing committee, and who does what until when. */
function TaskForceForm(props: DeskFormProps): ReactElement {
  const handling = useHandling(props.caseId);
  return (
    <>
      <WithLoaded name={formTaskForce.name} query={handling} what="承办单位" onClose={props.onClose}>
        {(found) => (
          <ActDrawer<TaskForce>
            {...props}
            name={formTaskForce.name}
            hint="各承办单位都是专班成员。召集人由常委会领导担任；专班每月至少开一次会，办结时解散。"
            fields={() => (
              <>
                <ConvenerField />
                <TextField name="leaderName" label="组长" max={50} />
                <ChoiceField name="leaderRank" label="组长职务" options={choices('taskForceLeader')} />
                <Packages handling={found} today={props.today} />
              </>
            )}
            send={async ({ workPackages = [], ...led }, header) => {
              const body = { suggestionId: props.caseId, ...led, workPackages: [...workPackages] };
              return dataOf(await api.POST('/api/v1/task-forces', { params: { header }, body }));
            }}
          />
        )}
      </WithLoaded>
    </>
  );
}

function ConvenerField(): ReactElement {
  const people = useQuery({
    queryKey: ['people', 'council'],
    queryFn: async () => {
      const query = { role: 'council' as const };
      return dataOf(await api.GET('/api/v1/people', { params: { query } })).items;
    },
  });
  return (
    <Form.Item name="convenerId" label="召集人" rules={[{ required: true, message: '请选择召集人' }]}>
      <Select
        loading={people.isPending}
        notFoundContent={people.error === null ? '没有常委会领导' : '您的身份看不到人员名单'}
        options={(people.data ?? []).map(({ personId, name }) => ({ value: personId, label: name }))}
      />
    </Form.Item>
  );
}

function Packages({ handling, today }: { handling: Handling; today: string }): ReactElement {
  const units = useUnits();
  const options = [...memberUnitOptions(handling, units)];
  return (
    <Form.Item label="工作包">
      <Form.List name="workPackages">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="work-package">
                <Form.Item name={[name, 'unitId']} rules={[{ required: true, message: '请选择单位' }]}>
                  <Select options={options} aria-label={`工作包 ${name + 1} 单位`} placeholder="单位" />
                </Form.Item>
                <Form.Item name={[name, 'task']} rules={[{ required: true, message: '请写明任务' }]}>
                  <Input maxLength={500} aria-label={`工作包 ${name + 1} 任务`} placeholder="任务" />
                </Form.Item>
                <Form.Item name={[name, 'dueOn']} rules={[{ required: true, message: '请选择日期' }]}>
                  <Input type="date" min={today} aria-label={`工作包 ${name + 1} 完成日期`} />
                </Form.Item>
                <Button onClick={() => remove(name)} aria-label={`去掉工作包 ${name + 1}`}>
                  去掉
                </Button>
              </div>
            ))}
            {rows.length < MOST_PACKAGES && <Button onClick={() => add({})}>加一个工作包</Button>}
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

export const formTaskForce: DeskForm = { act: 'formTaskForce', name: '成立专班', Form: TaskForceForm };
