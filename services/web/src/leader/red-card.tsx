import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useUnits } from '../api/use-units.ts';
import { daysLeftText } from '../design/days-left.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import { TitleText } from '../design/title-text.tsx';
import { word } from '../design/words.ts';
import type { RedCase } from '../supervision/red-case.ts';

/** One red case: how late, what, who has it, and what comes next. */
export function RedCard({ red, today }: { red: RedCase; today: string }): ReactElement {
  const { number, title, reason } = red.worst;
  return (
    <li className="card">
      <p className="spread">
        <RedMark red={red} today={today} />
        <span className="quiet">{number === '' ? '未编号' : number}</span>
      </p>
      <Link className="title" to={`/cases/${red.caseId}`}>
        <TitleText>{title === '' ? '（标题不公开）' : title}</TitleText>
      </Link>
      <p className="quiet">{reason}</p>
      <NextStep red={red} />
    </li>
  );
}

/** 下一步 区水利局 报新期限 */
export function NextStep({ red }: { red: RedCase }): ReactElement {
  const units = useUnits();
  const { unitId, owner, nextAction } = red.worst;
  return (
    <p>
      <span className="quiet">下一步</span> <b>{units.get(unitId) ?? word('party', owner)}</b> {nextAction}
    </p>
  );
}

/** 红 · 逾期 21 日 */
export function RedMark({ red, today }: { red: RedCase; today: string }): ReactElement {
  const { dueDate, kindName } = red.worst;
  const text = dueDate === '' ? kindName : daysLeftText(dueDate, today);
  return <StatusMark colour="red" text={`红 · ${text}`} />;
}
