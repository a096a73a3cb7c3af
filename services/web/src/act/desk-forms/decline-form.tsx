import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { DayField } from '../day-field.tsx';
import { TextField } from '../text-field.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';
import { GROUNDS, GROUNDS_LAW, type Ground } from './grounds.ts';

interface Declined {
  readonly ground: Ground;
  readonly explanation: string;
  readonly deputyHeardOn: string;
}

/** 不作为建议处理: a ground of the list, the deputy heard first. */
function DeclineForm(props: DeskFormProps): ReactElement {
  return (
    <ActDrawer<Declined>
      {...props}
      name={decline.name}
      hint="须先听取代表意见，作出后要告知代表。"
      fields={() => (
        <>
          <Form.Item
            name="ground"
            label="依据"
            extra={GROUNDS_LAW}
            rules={[{ required: true, message: '请选择依据' }]}
          >
            <Select options={[...GROUNDS]} listHeight={400} />
          </Form.Item>
          <TextField name="explanation" label="说明" max={2_000} rows={4} extra="写明理由和可以怎样修改" />
          <DayField name="deputyHeardOn" label="听取代表意见的日期" until={props.today} />
        </>
      )}
      send={async (body, header) => {
        const params = { path: { id: props.targetId }, header };
        return dataOf(await api.POST('/api/v1/suggestions/{id}:decline', { params, body }));
      }}
    />
  );
}

export const decline: DeskForm = { act: 'declineSuggestion', name: '不作为建议处理', Form: DeclineForm };
