import { Checkbox, Form, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useActiveUnits } from '../../api/use-active-units.ts';
import { choices } from '../../design/words.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { ChoiceField } from '../choice-field.tsx';
import { DayField } from '../day-field.tsx';
import { TextField } from '../text-field.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

/** 确定为重点建议: only by a recorded decision of the 主任会议, which says why and who supervises (T30). */
function MarkKeyForm(props: DeskFormProps): ReactElement {
  return (
    <ActDrawer<Schemas['MarkKeyInput']>
      {...props}
      name={markKey.name}
      hint="由主任会议决定。确定后办理方案须五个一齐备，才能答复；已经办的不作废。"
      fields={() => (
        <>
          <TextField name="decisionNumber" label="主任会议纪要文号" max={80} />
          <DayField name="decidedOn" label="决定日期" until={props.today} />
          <Form.Item
            name="criteria"
            label="符合的条件"
            rules={[{ required: true, message: '请选择符合的条件，至少一项' }]}
          >
            <Checkbox.Group options={choices('keyCriterion')} />
          </Form.Item>
          <ChoiceField name="proposedBy" label="提请机构" options={choices('keyProposer')} />
          <SupervisorField />
          <BodyField />
        </>
      )}
      send={async (body, header) => {
        const params = { path: { id: props.targetId }, header };
        return dataOf(await api.POST('/api/v1/suggestions/{id}:mark-key', { params, body }));
      }}
    />
  );
}

/** 领衔督办 is a member of the 主任会议. */
function SupervisorField(): ReactElement {
  const people = useQuery({
    queryKey: ['people', 'council'],
    queryFn: async () => {
      const query = { role: 'council' as const };
      return dataOf(await api.GET('/api/v1/people', { params: { query } })).items;
    },
  });
  return (
    <Form.Item
      name="supervisorId"
      label="领衔督办领导"
      rules={[{ required: true, message: '请选择领衔督办领导' }]}
    >
      <Select
        loading={people.isPending}
        options={(people.data ?? []).map(({ personId, name }) => ({ value: personId, label: name }))}
      />
    </Form.Item>
  );
}

function BodyField(): ReactElement {
  const committees = useActiveUnits().filter(({ kind }) => kind === 'congress');
  return (
    <Form.Item
      name="supervisingUnitId"
      label="督办机构"
      rules={[{ required: true, message: '请选择督办机构' }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={committees.map(({ unitId, name }) => ({ value: unitId, label: name }))}
      />
    </Form.Item>
  );
}

export const markKey: DeskForm = { act: 'markKey', name: '确定为重点', Form: MarkKeyForm };
