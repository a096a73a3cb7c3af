import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

/** 归档: what is sealed does not change any more. */
function SealCaseForm(props: DeskFormProps): ReactElement {
  return (
    <ActDrawer
      {...props}
      name={sealCase.name}
      hint="归档后案卷封存，不再增加事实。承诺仍在台账里继续跟踪。"
      send={async (_nothing, header) => {
        const params = { path: { id: props.targetId }, header };
        return dataOf(await api.POST('/api/v1/cases/{id}:seal', { params }));
      }}
    />
  );
}

export const sealCase: DeskForm = { act: 'sealCase', name: '一键存档', Form: SealCaseForm };
