import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { TextField } from '../text-field.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

/** 退回修改: the deputy corrects and submits again. */
function ReturnForCorrectionForm(props: DeskFormProps): ReactElement {
  return (
    <ActDrawer<{ explanation: string; matters?: string }>
      {...props}
      name={returnForCorrection.name}
      hint="建议回到代表手里，改好后可以再提交。写明要改什么，代表看到的就是这段话。"
      fields={() => (
        <>
          <TextField name="explanation" label="要改什么" max={2_000} rows={4} />
          <TextField
            name="matters"
            label="要拆分的事项"
            max={1_000}
            rows={3}
            optional
            extra="一件建议只提一事。里面有几件事的，每行写一件，至少两件；原文再报的，登记时要写明理由。"
          />
        </>
      )}
      send={async ({ explanation, matters = '' }, header) => {
        const params = { path: { id: props.targetId }, header };
        const body = { explanation, matters: linesOf(matters) };
        return dataOf(await api.POST('/api/v1/suggestions/{id}:return', { params, body }));
      }}
    />
  );
}

/** One a line; empty lines say nothing. */
function linesOf(words: string): string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export const returnForCorrection: DeskForm = {
  act: 'returnForCorrection',
  name: '退回修改',
  Form: ReturnForCorrectionForm,
};
