import type { ReactElement, ReactNode } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useMeeting } from '../../api/use-meeting.ts';
import { dayText } from '../../design/days.ts';
import { UNIT_ROLES } from '../../session/unit-roles.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 确认见面记录, the unit's side; what is confirmed is the version that was read. */
function ConfirmMeetingForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactNode {
  const meeting = useMeeting(target.targetId);
  return (
    <WithLoaded name={confirmMeeting.name} query={meeting} what="见面记录" onClose={onClose}>
      {(found) => (
        <ActDrawer
          name={confirmMeeting.name}
          hint="双方都确认后才能报方案。"
          caseId={target.caseId}
          keptAs={keptAs(confirmMeeting.act, target)}
          onClose={onClose}
          fields={() => <Consultation meeting={found} today={target.today} />}
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

function Consultation({ meeting, today }: { meeting: Schemas['Meeting']; today: string }): ReactElement {
  const { heldOn, consultation } = meeting;
  return (
    <div className="quoted">
      <p className="quiet">{dayText(heldOn, today)}见面</p>
      <h3>背景和意图</h3>
      <p className="prewrap">{consultation?.background}</p>
      <h3>诉求</h3>
      <ol>
        {consultation?.demands.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
      <h3>办理思路</h3>
      <p className="prewrap">{consultation?.approach}</p>
      <h3>措施</h3>
      <ol>
        {consultation?.measures.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
      <h3>里程碑</h3>
      <ol>
        {consultation?.milestones.map(({ text, dueOn }) => (
          <li key={text}>
            {text}，{dayText(dueOn, today)}
          </li>
        ))}
      </ol>
    </div>
  );
}

export const confirmMeeting: CaseAct = {
  act: 'confirmMeeting',
  name: '确认记录',
  roles: UNIT_ROLES,
  Form: ConfirmMeetingForm,
};
