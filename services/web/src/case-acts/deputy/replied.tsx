import type { ReactElement } from 'react';
import { dayText } from '../../design/days.ts';
import { word } from '../../design/words.ts';
import type { ActTarget } from '../case-act.ts';

/** The reply that is evaluated: whose, when, of which class, and what it says to each demand. */
export function Replied({ target }: { target: ActTarget }): ReactElement | null {
  const { file, assignmentId, today } = target;
  const reply = file.replies
    .filter((each) => each.assignmentId === assignmentId)
    .toSorted((a, b) => b.round - a.round)[0];
  if (reply === undefined) return null;
  const unit = file.shares.find((share) => share.assignmentId === assignmentId)?.unit?.name ?? '';
  return (
    <div className="quoted">
      <p>
        <b>{unit}</b> {dayText(reply.issuedOn, today)}答复 · {word('resultClass', reply.resultClass)}
      </p>
      {reply.sections.map(({ demand, answer }) => (
        <section key={demand}>
          <h3>{demand}</h3>
          <p className="prewrap">{answer}</p>
        </section>
      ))}
    </div>
  );
}
