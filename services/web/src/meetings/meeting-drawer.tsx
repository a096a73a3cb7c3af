import { Button, Drawer } from 'antd';
import { Suspense, useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { useMeeting } from '../api/use-meeting.ts';
import { useNames } from '../api/use-names.ts';
import { useUnits } from '../api/use-units.ts';
import type { CaseAct } from '../case-acts/case-act.ts';
import { MeetingRecord } from '../case-acts/deputy/meeting-record.tsx';
import { meetingActs, officeMeetingActs } from '../case-acts/meeting/meeting-acts.ts';
import { useCase } from '../case/use-case.ts';
import { instantText, shanghaiDay } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { usePhone } from '../design/use-phone.ts';
import { word } from '../design/words.ts';
import type { Me } from '../session/session.ts';
import { CheckInCode } from './check-in-code.tsx';
import { KindMark } from './kind-mark.tsx';

type Meeting = Schemas['Meeting'];

interface DrawerProps {
  readonly id: string;
  readonly me: Me;
  readonly today: string;
  readonly onClose: () => void;
}

/** One meeting: when, where, who, what was written down, and what the reader can do with it. */
export function MeetingDrawer({ id, me, today, onClose }: DrawerProps): ReactElement {
  const isPhone = usePhone();
  const meeting = useMeeting(id);
  return (
    <Drawer
      open
      title={meeting.data === undefined ? '见面' : word('meeting', meeting.data.kind)}
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '85%' : 520}
    >
      <PageState query={meeting} what="见面安排">
        {(found) => (
          <article className="meeting-facts">
            <Facts meeting={found} today={today} />
            {found.suggestionId === '' ? (
              <OfficeActs meeting={found} me={me} today={today} />
            ) : (
              <CaseActs meeting={found} me={me} today={today} />
            )}
            {found.recordVersion > 0 && <MeetingRecord meeting={found} today={today} />}
          </article>
        )}
      </PageState>
    </Drawer>
  );
}

function Facts({ meeting, today }: { meeting: Meeting; today: string }): ReactElement {
  const { kind, status, startsAt, place, suggestionId, caseNumber, caseTitle, cancelReason } = meeting;
  const units = useUnits();
  const names = useNames(meeting.participantIds);
  const comers = new Map(meeting.checkIns.map((checkIn) => [checkIn.personId, checkIn]));
  return (
    <>
      <p className="meeting-kind">
        <KindMark kind={kind} />
        <b>{instantText(startsAt, today)}</b> {word('meetingState', status)}
        {meeting.invitations.length > 1 && (
          <span className="quiet"> · 第 {meeting.invitations.length} 次邀请</span>
        )}
      </p>
      <p>{place}</p>
      {suggestionId !== '' && (
        <p>
          <span className="quiet">{caseNumber}</span>{' '}
          <Link to={`/cases/${suggestionId}?part=meetings`}>{caseTitle || '打开案件'}</Link>
        </p>
      )}
      {meeting.unitId !== '' && <p className="quiet">{units.get(meeting.unitId)}</p>}
      {cancelReason !== '' && <p className="prewrap">取消原因：{cancelReason}</p>}
      <h3>受邀 {meeting.participantIds.length} 人</h3>
      <ul className="comers">
        {meeting.participantIds.map((id) => (
          <li key={id}>
            {names.get(id) ?? '参会人'}
            <span className="quiet"> {comingOf(meeting, comers.get(id), id)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function comingOf(
  { declines }: Meeting,
  checkIn: Meeting['checkIns'][number] | undefined,
  personId: string,
): string {
  if (checkIn !== undefined) return checkIn.notedBy === '' ? '已签到' : `补记签到（${checkIn.reason}）`;
  const decline = declines.findLast((each) => each.personId === personId);
  return decline === undefined ? '' : `不能参加（${decline.reason}）`;
}

interface ActsProps {
  readonly meeting: Meeting;
  readonly me: Me;
  readonly today: string;
}

/** What the case file offers for this meeting. */
function CaseActs({ meeting, me, today }: ActsProps): ReactElement | null {
  const { meetingId, suggestionId: caseId } = meeting;
  const file = useCase(caseId).data;
  if (file === undefined) return null;
  const offered = meetingActs(me).flatMap((act) => {
    const found = file.availableActs.find((each) => each.act === act.act && each.targetId === meetingId);
    if (found === undefined) return [];
    const { assignmentId } = found;
    const form = (onClose: () => void): ReactElement => (
      <act.Form target={{ file, caseId, targetId: meetingId, assignmentId, me, today }} onClose={onClose} />
    );
    return [{ act, form }];
  });
  return <Acts {...{ meeting, today, offered }} />;
}

/** 交办会 of many cases: no case file speaks for it, its convener's office does. */
function OfficeActs({ meeting, me, today }: ActsProps): ReactElement {
  const target = { targetId: meeting.meetingId, assignmentId: '', me, today };
  const offered = officeMeetingActs(me, meeting).map((act) => ({
    act,
    form: (onClose: () => void): ReactElement => <act.Form target={target} onClose={onClose} />,
  }));
  return <Acts {...{ meeting, today, offered }} />;
}

interface OfferedAct {
  readonly act: Pick<CaseAct, 'act' | 'name' | 'isRare'>;
  readonly form: (onClose: () => void) => ReactElement;
}

function Acts(props: {
  readonly meeting: Meeting;
  readonly today: string;
  readonly offered: readonly OfferedAct[];
}): ReactElement {
  const { meeting, today, offered } = props;
  const [open, setOpen] = useState<OfferedAct>();
  const isConvener = offered.some(({ act }) => act.act === 'noteAttendance');
  return (
    <>
      {isConvener && shanghaiDay(new Date(meeting.startsAt)) === today && (
        <CheckInCode meetingId={meeting.meetingId} />
      )}
      <div className="act-bar" role="group" aria-label="可以办的事">
        {offered.map((each, index) => (
          <Button
            key={each.act.act}
            type={index === 0 && each.act.isRare !== true ? 'primary' : 'default'}
            onClick={() => setOpen(each)}
          >
            {each.act.name}
          </Button>
        ))}
      </div>
      {open !== undefined && <Suspense>{open.form(() => setOpen(undefined))}</Suspense>}
    </>
  );
}
