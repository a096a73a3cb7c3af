import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { DaysLeft } from '../design/days-left.tsx';
import { dayText, dueDayText } from '../design/days.ts';
import { StatusMark } from '../design/status-mark.tsx';
import { TitleText } from '../design/title-text.tsx';
import { word } from '../design/words.ts';
import { daysLeftText } from '../design/days-left.tsx';
import { Shown } from '../design/shown.tsx';
import { dueGroup, type DueGroup, type InboxItem } from './inbox-item.ts';

const GROUPS: readonly { readonly group: DueGroup; readonly name: string }[] = [
  { group: 'today', name: '今天' },
  { group: 'week', name: '本周' },
  { group: 'later', name: '以后' },
];

interface ListProps {
  readonly items: readonly InboxItem[];
  readonly today: string;
  readonly asCards: boolean;
}

/** The inbox by when things are due; groups without anything are left out. */
export function InboxList({ items, today, asCards }: ListProps): ReactElement {
  const groups = Map.groupBy(items, ({ dueDate }) => dueGroup(dueDate, today));
  return (
    <>
      {GROUPS.map(({ group, name }) => {
        const found = groups.get(group);
        if (found === undefined) return null;
        return (
          <section key={group} className="inbox-group" aria-label={name}>
            <h2>
              {name} <span className="quiet">{found.length} 件</span>
            </h2>
            {asCards ? (
              <Cards items={found} today={today} />
            ) : (
              <Rows items={found} today={today} name={name} />
            )}
          </section>
        );
      })}
    </>
  );
}

function Rows(props: Omit<ListProps, 'asCards'> & { readonly name: string }): ReactElement {
  const { items, today, name } = props;
  return (
    <Shown items={items}>
      {(shown) => (
        <table className="inbox-table card">
          <caption className="unseen">{name}到期</caption>
          <thead>
            <tr>
              <th scope="col" className="number">
                编号
              </th>
              <th scope="col">标题</th>
              <th scope="col" className="share">
                分工
              </th>
              <th scope="col" className="colour">
                颜色
              </th>
              <th scope="col" className="figure">
                到期
              </th>
              <th scope="col" className="figure">
                还剩
              </th>
              <th scope="col" className="step">
                下一步
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => (
              <tr key={item.caseId}>
                <td className="quiet nowrap">{item.number}</td>
                <td>
                  <Link className="title" to={`/cases/${item.caseId}`}>
                    <TitleText>{item.title}</TitleText>
                  </Link>
                  {item.isKey && <span className="chip key">重点</span>}
                </td>
                <td className="nowrap">{word('share', item.role)}</td>
                <td className="nowrap">
                  <StatusMark colour={item.colour} />
                </td>
                <td className="figure" title={dueDayText(item.dueDate, today)}>
                  {item.dueDate === '' ? '—' : dayText(item.dueDate, today)}
                  {item.provisional && '（暂定）'}
                  <span className="quiet under">{item.clock !== '' && word('clock', item.clock)}</span>
                </td>
                <td className="figure">
                  {item.dueDate === '' ? '—' : <b>{daysLeftText(item.dueDate, today)}</b>}
                </td>
                <td className="nowrap step">
                  <Verb item={item} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Shown>
  );
}

function Cards({ items, today }: Omit<ListProps, 'asCards'>): ReactElement {
  return (
    <Shown items={items}>
      {(shown) => (
        <ul className="work-cards">
          {shown.map((item) => (
            <li key={item.caseId} className="card">
              <span className="spread">
                <span className="quiet">
                  {item.number} {word('share', item.role)}
                  {item.isKey && <span className="chip key">重点</span>}
                </span>
                <StatusMark colour={item.colour} />
              </span>
              <Link className="title" to={`/cases/${item.caseId}`} title={item.title}>
                <span className="two-lines">
                  <TitleText>{item.title}</TitleText>
                </span>
              </Link>
              <span className="spread">
                <Verb item={item} />
                {item.dueDate !== '' && (
                  <DaysLeft dueDate={item.dueDate} today={today} provisional={item.provisional} />
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Shown>
  );
}

function Verb({ item }: { item: InboxItem }): ReactElement {
  return (
    <Link className="verb" to={item.to} aria-label={`${item.verb}：${item.title}`}>
      {item.verb}
    </Link>
  );
}
