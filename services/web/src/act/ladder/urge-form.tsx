import { Checkbox, Form } from 'antd';
import type { ReactElement } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { inChinese } from '../../language/in-chinese.ts';
import type { DeskForm, DeskFormProps } from '../desk-forms/desk-form.ts';
import { TextField } from '../text-field.tsx';
import { ClockActForm, owedByUnit } from './clock-act-form.tsx';

/** 催办: the first rung of the ladder (domain.md §2.5). */
function UrgeForm(props: DeskFormProps): ReactElement {
  return (
    <ClockActForm<Schemas['UrgeUnitInput']>
      {...props}
      name={urgeUnit.name}
      hint="催办会通知承办单位，写的话会留在事实经过里。同一时限一天催一次。"
      suits={owedByUnit}
      initial={({ nextAction }) => ({ message: inChinese(`请按期办理：${nextAction}。有困难请及时报告。`) })}
      fields={
        <>
          <TextField name="message" label="催办的话" max={5_000} rows={3} />
          <Form.Item name="toHead" valuePropName="checked">
            <Checkbox>发给单位主要负责人（不选则发给联络员和承办人）</Checkbox>
          </Form.Item>
        </>
      }
      send={async (body, header) => dataOf(await api.POST('/api/v1/urges', { params: { header }, body }))}
    />
  );
}

export const urgeUnit: DeskForm = { act: 'urgeUnit', name: '催办', Form: UrgeForm };
