import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { TextField } from '../text-field.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

/** 退回修改: the deputy corrects and submits again. */
function ReturnForCorrectionForm(props: DeskFormProps): ReactElement {
  return (
    <ActDrawer<{ explanation: string }>
      {...props}
      name={returnForCorrection.name}
      hint="建议回到代表手里，改好后可以再提交。写明要改什么，代表看到的就是这段话。"
      fields={() => <TextField name="explanation" label="要改什么" max={2_000} rows={4} />}
      send={async (body, header) => {
        const params = { path: { id: props.targetId }, header };
        return dataOf(await api.POST('/api/v1/suggestions/{id}:return', { params, body }));
      }}
    />
  );
}

export const returnForCorrection: DeskForm = {
  act: 'returnForCorrection',
  name: '退回修改',
  Form: ReturnForCorrectionForm,
};
