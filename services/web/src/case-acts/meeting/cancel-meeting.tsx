import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf } from '../../api/client.ts';
import { keptAs, type MeetingAct, type MeetingTarget } from '../case-act.ts';

interface Reason {
  readonly reason: string;
}

/** 取消见面: the invitation is taken back. */
function CancelForm({ target, onClose }: { target: MeetingTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer<Reason>
      name={cancelMeeting.name}
      hint="取消后不算一次邀请，受邀的人会收到通知。"
      caseId={target.caseId}
      keptAs={keptAs(cancelMeeting.act, target)}
      onClose={onClose}
      fields={() => <TextField name="reason" label="原因" max={2_000} rows={3} />}
      send={async ({ reason }, header) =>
        dataOf(
          await api.POST('/api/v1/meetings/{id}:cancel', {
            params: { path: { id: target.targetId }, header },
            body: { reason },
          }),
        )
      }
    />
  );
}

export const cancelMeeting: MeetingAct = {
  act: 'cancelMeeting',
  name: '取消见面',
  isRare: true,
  Form: CancelForm,
};
