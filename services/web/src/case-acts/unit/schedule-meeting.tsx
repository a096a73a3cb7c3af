import type { ReactElement } from 'react';
import { Invitation } from '../../meetings/invitation.tsx';
import { UNIT_ROLES } from '../../session/unit-roles.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 约见面: the first meeting before handling, the second on site. The lead deputy always belongs to it. */
function ScheduleMeetingForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const { file, caseId, targetId, me, today } = target;
  const shares = file.shares.filter(({ assignmentId }) => assignmentId === targetId);
  const isConfirmed = shares.some(({ dualConfirmed }) => dualConfirmed);
  return (
    <Invitation
      {...{ me, today, file, caseId, shares, onClose }}
      kinds={['dual-confirmation', 'on-site']}
      chosen={isConfirmed ? 'on-site' : 'dual-confirmation'}
      keptAs={keptAs(scheduleMeeting.act, target)}
    />
  );
}

export const scheduleMeeting: CaseAct = {
  act: 'scheduleMeeting',
  name: '约见面',
  roles: UNIT_ROLES,
  Form: ScheduleMeetingForm,
};
