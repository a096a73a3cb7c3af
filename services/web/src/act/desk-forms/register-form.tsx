import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { categoriesOf, useRules } from '../../api/use-rules.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { TextField } from '../text-field.tsx';
import { WithLoaded } from '../with-loaded.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

/** 登记: the category; the number comes with it and is never given again. */
function RegisterForm(props: DeskFormProps): ReactElement {
  const rules = useRules();
  return (
    <>
      <WithLoaded name={register.name} query={rules} what="类别" onClose={props.onClose}>
        {(packs) => (
          <ActDrawer<{ category: string; oneMatterReason?: string }>
            {...props}
            name={register.name}
            hint="登记后给出编号，编号不再重用。"
            fields={() => (
              <>
                <Form.Item name="category" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
                  <Select options={categoriesOf(packs).map((value) => ({ value, label: value }))} />
                </Form.Item>
                <TextField
                  name="oneMatterReason"
                  label="确属一事的理由"
                  max={500}
                  rows={2}
                  optional
                  extra="曾要求拆分、代表以原文再报的，须写明。"
                />
              </>
            )}
            send={async ({ category, oneMatterReason = '' }, header) => {
              const params = { path: { id: props.targetId }, header };
              const body = { category, oneMatterReason };
              return dataOf(await api.POST('/api/v1/suggestions/{id}:register', { params, body }));
            }}
          />
        )}
      </WithLoaded>
    </>
  );
}

export const register: DeskForm = { act: 'registerSuggestion', name: '登记', Form: RegisterForm };
