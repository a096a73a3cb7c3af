import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useMeeting } from '../../api/use-meeting.ts';
import { SIGNER_ROLES } from '../../session/deputy-role.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';
import { MeetingRecord } from './meeting-record.tsx';

/** 双确认, the deputy's side: of the version that was read, so that a record changed meanwhile is read again. */
function ConfirmMeetingForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const meeting = useMeeting(target.targetId);
  return (
    <WithLoaded name={confirmMeeting.name} query={meeting} what="见面记录" onClose={onClose}>
      {(found) => (
        <ActDrawer
          name={confirmMeeting.name}
          hint={hintOf(found.recordVersion, found.unitConfirmedBy !== '')}
          caseId={target.caseId}
          keptAs={keptAs(confirmMeeting.act, target)}
          onClose={onClose}
          fields={() => <MeetingRecord meeting={found} today={target.today} />}
          send={async (_nothing, header) =>
            dataOf(
              await api.POST('/api/v1/meetings/{id}:confirm', {
                params: { path: { id: target.targetId }, header },
                body: { recordVersion: found.recordVersion },
              }),
            )
          }
        />
      )}
    </WithLoaded>
  );
}

function hintOf(version: number, unitHasConfirmed: boolean): string {
  const which = version === 1 ? '' : `这是第 ${version} 稿。`;
  const then = unitHasConfirmed ? '单位已确认，您确认后双确认完成。' : '单位也确认后双确认完成。';
  return `${which}${then}记得不对的，先不确认，请单位更正。`;
}

export const confirmMeeting: CaseAct = {
  act: 'confirmMeeting',
  name: '确认见面记录',
  roles: SIGNER_ROLES,
  Form: ConfirmMeetingForm,
};
