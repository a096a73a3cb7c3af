import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { ChoiceField } from '../choice-field.tsx';
import { TextField } from '../text-field.tsx';
import { DECISIONS, type Decision } from './decision.ts';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

/** 决定延期: once, up to the law's six months in all; the deputy is told. */
function DecideExtensionForm(props: DeskFormProps): ReactElement {
  return (
    <ActDrawer<Decision>
      {...props}
      name={decideExtension.name}
      hint="同意后，答复期限按规则延长一次，代表会收到通知。申请理由在事实经过里。"
      fields={() => (
        <>
          <ChoiceField name="decision" label="决定" options={DECISIONS} />
          <TextField name="reason" label="理由" max={1_000} rows={3} />
        </>
      )}
      send={async ({ decision, reason }, header) => {
        const params = { path: { id: props.targetId }, header };
        const body = { grant: decision === 'grant', reason };
        return dataOf(await api.POST('/api/v1/extensions/{id}:decide', { params, body }));
      }}
    />
  );
}

export const decideExtension: DeskForm = {
  act: 'decideExtension',
  name: '决定延期',
  Form: DecideExtensionForm,
};
