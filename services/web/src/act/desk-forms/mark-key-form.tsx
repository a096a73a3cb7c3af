import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { DayField } from '../day-field.tsx';
import { TextField } from '../text-field.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

/** 确定为重点建议: only by a recorded decision of the 主任会议. */
function MarkKeyForm(props: DeskFormProps): ReactElement {
  return (
    <ActDrawer<{ decisionNumber: string; decidedOn: string }>
      {...props}
      name={markKey.name}
      hint="由主任会议决定。确定后办理方案须五个一齐备，才能答复；已经办的不作废。"
      fields={() => (
        <>
          <TextField name="decisionNumber" label="主任会议决定文号" max={80} />
          <DayField name="decidedOn" label="决定日期" until={props.today} />
        </>
      )}
      send={async (body, header) => {
        const params = { path: { id: props.targetId }, header };
        return dataOf(await api.POST('/api/v1/suggestions/{id}:mark-key', { params, body }));
      }}
    />
  );
}

export const markKey: DeskForm = { act: 'markKey', name: '确定为重点', Form: MarkKeyForm };
