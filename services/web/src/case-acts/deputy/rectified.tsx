import type { ReactElement } from 'react';
import type { Schemas } from '../../api/client.ts';
import { dayText } from '../../design/days.ts';

/** What was missing, and what the unit says it has done about it. */
export function Rectified(props: {
  readonly rectification: Schemas['Rectification'] | undefined;
  readonly today: string;
}): ReactElement | null {
  const { rectification, today } = props;
  if (rectification === undefined) return null;
  const { gaps, report, submittedOn, attempt } = rectification;
  return (
    <div className="quoted">
      <h3>当时还差</h3>
      <ol>
        {gaps.map((gap) => (
          <li key={gap} className="prewrap">
            {gap}
          </li>
        ))}
      </ol>
      <h3>
        {dayText(submittedOn, today)}的整改报告{attempt > 1 && `（第 ${attempt} 次）`}
      </h3>
      <p className="prewrap">{report}</p>
    </div>
  );
}
