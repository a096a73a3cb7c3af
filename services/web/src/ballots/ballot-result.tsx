import type { ReactElement } from 'react';
import { dayText } from '../design/days.ts';
import { word } from '../design/words.ts';
import type { Ballot } from './use-ballots.ts';

/** Counts and result; nothing before the ballot is closed. */
export function BallotResult({ ballot, today }: { ballot: Ballot; today: string }): ReactElement | null {
  const { counts, result, endedOn, revoteDueOn } = ballot;
  if (counts === undefined) return null;
  const rows = [
    [word('ballotChoice', 'satisfied'), counts.satisfied],
    [word('ballotChoice', 'basically-satisfied'), counts.basicallySatisfied],
    [word('ballotChoice', 'dissatisfied'), counts.dissatisfied],
    [word('ballotChoice', 'abstained'), counts.abstained],
    ['未投', counts.notCast],
  ] as const;
  return (
    <>
      <p className="ballot-result">
        结果：<b>{word('ballotChoice', result)}</b>
        <span className="quiet">{dayText(endedOn, today)}</span>
      </p>
      <dl className="ballot-counts">
        {rows.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {revoteDueOn !== '' && <p className="quiet">承办单位整改，{dayText(revoteDueOn, today)}前再次测评</p>}
    </>
  );
}
