import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useMeeting } from '../../api/use-meeting.ts';
import { SIGNER_ROLES } from '../../session/deputy-role.ts';
import { keptAs, type MeetingAct, type MeetingTarget } from '../case-act.ts';
import { InvitedTo } from './invited-to.tsx';

interface Excuse {
  readonly reason: string;
}

/** 不能参加: an answer, so that nobody counts the deputy as silent. */
function DeclineMeetingForm({
  target,
  onClose,
}: {
  target: MeetingTarget;
  onClose: () => void;
}): ReactElement {
  const meeting = useMeeting(target.targetId);
  return (
    <WithLoaded name={declineMeeting.name} query={meeting} what="见面安排" onClose={onClose}>
      {(found) => (
        <ActDrawer<Excuse>
          name={declineMeeting.name}
          hint="写上哪天方便，对方好另约。"
          caseId={target.caseId}
          keptAs={keptAs(declineMeeting.act, target)}
          onClose={onClose}
          fields={() => (
            <>
              <InvitedTo meeting={found} today={target.today} />
              <TextField name="reason" label="原因" max={2_000} rows={3} />
            </>
          )}
          send={async ({ reason }, header) =>
            dataOf(
              await api.POST('/api/v1/meetings/{id}:decline', {
                params: { path: { id: target.targetId }, header },
                body: { reason },
              }),
            )
          }
        />
      )}
    </WithLoaded>
  );
}

export const declineMeeting: MeetingAct = {
  act: 'declineMeeting',
  name: '不能参加',
  roles: SIGNER_ROLES,
  isRare: true,
  Form: DeclineMeetingForm,
};
