import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { TextField } from '../text-field.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

/** 不作为建议处理告知 (T5): how the deputy was told, where it was not read here. */
function TellDeclinedForm(props: DeskFormProps): ReactElement {
  return (
    <ActDrawer<{ toldHow: string }>
      {...props}
      name={tellDeclined.name}
      hint="代表自己在这里看过的，不用再记。"
      fields={() => (
        <TextField name="toldHow" label="怎样告知的" max={200} rows={2} placeholder="电话告知代表本人" />
      )}
      send={async (body, header) => {
        const params = { path: { id: props.targetId }, header };
        return dataOf(await api.POST('/api/v1/suggestions/{id}:confirm-notice', { params, body }));
      }}
    />
  );
}

export const tellDeclined: DeskForm = {
  act: 'confirmDeclineNotice',
  name: '记录已告知代表',
  Form: TellDeclinedForm,
};
