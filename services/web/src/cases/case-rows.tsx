import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { daysLeftText } from '../design/days-left.tsx';
import { dayText, dueDayText } from '../design/days.ts';
import { NextActor } from '../design/next-actor.tsx';
import { TitleText } from '../design/title-text.tsx';
import { word } from '../design/words.ts';
import type { CaseSummary } from './use-cases.ts';

interface RowsProps {
  readonly items: readonly CaseSummary[];
  readonly today: string;
  /** Read before the table by a screen reader. */
  readonly caption: string;
}

/** Cases as rows, for people who handle many: each row is one link. */
export function CaseRows({ items, today, caption }: RowsProps): ReactElement {
  return (
    <table className="case-table card">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="number">
            编号
          </th>
          <th scope="col">标题</th>
          <th scope="col" className="whose">
            现在轮到
          </th>
          <th scope="col" className="day">
            到期
          </th>
          <th scope="col" className="left">
            还剩
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.caseId} item={item} today={today} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item, today }: { item: CaseSummary; today: string }): ReactElement {
  const { next } = item;
  const due = next?.dueDate ?? '';
  return (
    <tr>
      <td className="number quiet">{item.displayNumber === '' ? '未编号' : item.displayNumber}</td>
      <td>
        <Link className="title" to={`/cases/${item.caseId}`}>
          <TitleText>{item.title === '' ? '（还没有标题）' : item.title}</TitleText>
        </Link>
        {item.isKey && <span className="chip key">重点</span>}
        {item.handlingType === 'complex' && <span className="chip">复杂</span>}
      </td>
      <td className="whose">{next === undefined ? word('stage', item.stage) : <NextActor next={next} />}</td>
      <td className="day" title={dueDayText(due, today)}>
        {due === '' ? '—' : dayText(due, today)}
        {next?.provisional === true && due !== '' && <span className="quiet">暂定</span>}
      </td>
      <td className="left">{due === '' ? '—' : <b>{daysLeftText(due, today)}</b>}</td>
    </tr>
  );
}
