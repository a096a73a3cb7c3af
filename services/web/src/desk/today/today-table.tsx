import { Checkbox } from 'antd';
import { useEffect, type ReactElement } from 'react';
import { Link } from 'react-router';
import { daysLeftText } from '../../design/days-left.tsx';
import { dayText, dueDayText } from '../../design/days.ts';
import { partyName } from '../../design/next-actor.tsx';
import { StatusMark } from '../../design/status-mark.tsx';
import { TitleText } from '../../design/title-text.tsx';
import { word } from '../../design/words.ts';
import { placeOf, type CaseSummary, type Group } from './queue.ts';

interface TableProps {
  readonly groups: readonly Group[];
  /** The rows that are drawn, the first of all groups. */
  readonly drawn: readonly CaseSummary[];
  readonly today: string;
  /** The row on which keys act. */
  readonly focused: string;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (caseId: string) => void;
}

/** The queue, grouped by reason. */
export function TodayTable({ groups, drawn, focused, ...row }: TableProps): ReactElement {
  const rows = new Set(drawn);
  useEffect(() => {
    document.querySelector('.today-table tr[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [focused]);
  return (
    <table className="today-table card flush">
      <caption className="unseen">等您的事</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">选</span>
          </th>
          <th scope="col">要我做</th>
          <th scope="col" className="number">
            编号
          </th>
          <th scope="col">标题</th>
          <th scope="col">现在轮到</th>
          <th scope="col" className="day">
            到期
          </th>
          <th scope="col" className="left">
            还剩
          </th>
          <th scope="col">颜色</th>
        </tr>
      </thead>
      {groups.map(({ reason, items }) => (
        <tbody key={reason}>
          <tr className="group">
            <th colSpan={8} scope="rowgroup">
              {REASONS[reason]} <span className="quiet">{items.length}</span>
            </th>
          </tr>
          {items
            .filter((item) => rows.has(item))
            .map((item) => (
              <Row key={item.caseId} item={item} isFocused={item.caseId === focused} {...row} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

function Row(
  props: Omit<TableProps, 'groups' | 'drawn' | 'focused'> & {
    readonly item: CaseSummary;
    readonly isFocused: boolean;
  },
): ReactElement {
  const { item, isFocused, today, chosen, choose } = props;
  const due = item.next?.dueDate ?? '';
  const number = item.displayNumber === '' ? '未编号' : item.displayNumber;
  return (
    <tr aria-current={isFocused} className={chosen.has(item.caseId) ? 'chosen' : ''}>
      <td>
        <Checkbox
          checked={chosen.has(item.caseId)}
          onChange={() => choose(item.caseId)}
          aria-label={`选上 ${number} ${item.title}`}
        />
      </td>
      <td className="verb">
        <Link to={placeOf(item)}>{word('act', item.next?.act ?? '')}</Link>
      </td>
      <td className="number quiet">{number}</td>
      <td>
        <Link className="title" to={`/cases/${item.caseId}`} title={item.title}>
          <span>
            <TitleText>{item.title}</TitleText>
          </span>
        </Link>
        {item.isKey && <span className="chip key">重点</span>}
        {item.handlingType === 'complex' && <span className="chip">复杂</span>}
      </td>
      <td>{partyName(item.next?.party)}</td>
      <td className="day" title={dueDayText(due, today)}>
        {due === '' ? '—' : dayText(due, today)}
      </td>
      <td className="left">{due === '' ? '—' : <b>{daysLeftText(due, today)}</b>}</td>
      <td>{item.colour !== '' && <StatusMark colour={item.colour} />}</td>
    </tr>
  );
}

const REASONS: Readonly<Record<Group['reason'], string>> = {
  overdue: '已逾期',
  today: '今天到期',
  week: '本周到期',
  later: '以后到期',
  undated: '没有期限',
};
