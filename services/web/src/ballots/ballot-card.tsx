import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { useToday } from '../api/use-today.ts';
import { useUnits } from '../api/use-units.ts';
import { dayText } from '../design/days.ts';
import { word } from '../design/words.ts';
import type { Me } from '../session/session.ts';
import { BallotResult } from './ballot-result.tsx';
import { useKeyCode } from './ballot-key.ts';
import { HoldBallot } from './hold-ballot.tsx';
import type { Ballot } from './use-ballots.ts';

/** One ballot: what it is about, how far it is, and what the reader does now. */
export function BallotCard(props: {
  readonly me: Me;
  readonly ballot: Ballot;
  /** The reader holds ballots. */
  readonly holds: boolean;
  /** The voter's own part. */
  readonly children: ReactNode;
}): ReactElement {
  const { me, ballot, holds, children } = props;
  const today = useToday();
  const { title, status, openedOn, members, voters, checkedIn, cast } = ballot;
  return (
    <li className="card ballot">
      <article aria-label={title}>
        <span className="spread">
          <span className="quiet">
            <Subject ballot={ballot} />
            {dayText(openedOn, today)}发起
            {ballot.revoteOf !== '' && ` · 再次测评${ballot.revoteLate ? '（晚于两个月）' : ''}`}
          </span>
          <b>{word('ballotState', status)}</b>
        </span>
        <h2>{title}</h2>
        <p className="quiet">
          组成人员 {members} 人，参加投票 {voters} 人，签到 {checkedIn} 人
          {(status === 'casting' || status === 'closed') && `，投出 ${cast} 票`}
        </p>
        {status === 'inquorate' && <p>签到的没有超过组成人员的一半，没有投票。</p>}
        <BallotResult ballot={ballot} today={today} />
        {children}
        {holds && <HoldBallot me={me} ballot={ballot} />}
        {status !== 'closed' && status !== 'inquorate' && <KeyCode publicKey={ballot.publicKey} />}
      </article>
    </li>
  );
}

function Subject({ ballot: { suggestionId, unitId } }: { ballot: Ballot }): ReactElement {
  const units = useUnits();
  if (suggestionId === '') return <>{units.get(unitId) ?? '承办单位'} · </>;
  return (
    <>
      <Link to={`/cases/${suggestionId}`}>看案件</Link> ·{' '}
    </>
  );
}

function KeyCode({ publicKey }: { publicKey: string }): ReactElement {
  const code = useKeyCode(publicKey);
  return <p className="quiet">核对码 {code}：会场上所有人看到的应当相同</p>;
}
