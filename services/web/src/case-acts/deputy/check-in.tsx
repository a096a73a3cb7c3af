import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useMeeting } from '../../api/use-meeting.ts';
import { SIGNER_ROLES } from '../../session/deputy-role.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';
import { InvitedTo } from './invited-to.tsx';

/** 签到: the deputy is there. */
function CheckInForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const meeting = useMeeting(target.targetId);
  return (
    <WithLoaded name={checkIn.name} query={meeting} what="见面安排" onClose={onClose}>
      {(found) => (
        <ActDrawer
          name={checkIn.name}
          hint="到了再签。"
          caseId={target.caseId}
          keptAs={keptAs(checkIn.act, target)}
          onClose={onClose}
          fields={() => <InvitedTo meeting={found} today={target.today} />}
          send={async (_nothing, header) =>
            dataOf(
              await api.POST('/api/v1/meetings/{id}:check-in', {
                params: { path: { id: target.targetId }, header },
              }),
            )
          }
        />
      )}
    </WithLoaded>
  );
}

export const checkIn: CaseAct = { act: 'checkIn', name: '签到', roles: SIGNER_ROLES, Form: CheckInForm };
