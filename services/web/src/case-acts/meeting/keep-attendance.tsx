import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useMeeting } from '../../api/use-meeting.ts';
import { useNames } from '../../api/use-names.ts';
import { keptAs, type MeetingAct, type MeetingTarget } from '../case-act.ts';

interface Note {
  readonly personId: string;
  readonly reason: string;
}

/** 补记签到: who came and could not check in. */
function AttendanceForm({ target, onClose }: { target: MeetingTarget; onClose: () => void }): ReactElement {
  const meeting = useMeeting(target.targetId);
  return (
    <WithLoaded name={keepAttendance.name} query={meeting} what="见面安排" onClose={onClose}>
      {(found) => <Attendance target={target} meeting={found} onClose={onClose} />}
    </WithLoaded>
  );
}

interface AttendanceProps {
  readonly target: MeetingTarget;
  readonly meeting: Schemas['Meeting'];
  readonly onClose: () => void;
}

function Attendance({ target, meeting, onClose }: AttendanceProps): ReactElement {
  const here = new Set(meeting.checkIns.map(({ personId }) => personId));
  const missing = meeting.participantIds.filter((id) => !here.has(id));
  const names = useNames(meeting.participantIds);
  return (
    <ActDrawer<Note>
      name={keepAttendance.name}
      hint="到会而不能用签到码的人，由召集人补记，原因一并存档。"
      caseId={target.caseId}
      keptAs={keptAs(keepAttendance.act, target)}
      onClose={onClose}
      fields={() => (
        <>
          <p>
            已签到 {here.size} 人 / {meeting.participantIds.length} 人
          </p>
          <ChoiceField
            name="personId"
            label="谁到了、没能自己签到"
            options={missing.map((value) => ({ value, label: names.get(value) ?? '参会人' }))}
          />
          <TextField name="reason" label="原因" max={2_000} placeholder="例如：未带手机" />
        </>
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/meetings/{id}:note-attendance', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

export const keepAttendance: MeetingAct = {
  act: 'noteAttendance',
  name: '补记签到',
  isRare: true,
  Form: AttendanceForm,
};
