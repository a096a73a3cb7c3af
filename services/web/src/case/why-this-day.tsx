import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Popover } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { dayText, dueDayText, shortDayText, weekday } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { usePhone } from '../design/use-phone.ts';
import { word } from '../design/words.ts';
import type { CaseClock } from './use-case.ts';

type Explanation = Schemas['ClockExplanation'];

interface WhyProps {
  readonly clock: CaseClock;
  readonly today: string;
}

/** 为什么是这一天: what a due date follows from, beside it on a desktop, from below on a phone. */
export function WhyThisDay({ clock, today }: WhyProps): ReactElement {
  const [open, setOpen] = useState(false);
  const isPhone = usePhone();
  const title = `为什么是${dayText(clock.dueDate, today)}？`;
  const button = (
    <Button
      type="link"
      className="why"
      aria-expanded={open}
      aria-label={`${word('clock', clock.kind)}：为什么是这一天？${dayText(clock.dueDate, today)}`}
      onClick={() => setOpen(true)}
    >
      <span className="why-mark" aria-hidden="true">
        ?
      </span>
      为什么是这一天？
    </Button>
  );
  const content = open && <Reasons clock={clock} today={today} />;
  if (isPhone) {
    return (
      <>
        {button}
        <Drawer title={title} placement="bottom" size="auto" open={open} onClose={() => setOpen(false)}>
          {content}
        </Drawer>
      </>
    );
  }
  return (
    <Popover
      title={title}
      trigger="click"
      placement="left"
      open={open}
      onOpenChange={setOpen}
      content={<div className="why-panel">{content}</div>}
    >
      {button}
    </Popover>
  );
}

function Reasons({ clock, today }: WhyProps): ReactElement {
  const explanation = useQuery({
    queryKey: ['explanation', clock.clockId, clock.dueDate],
    queryFn: async () => {
      const path = { id: clock.clockId };
      return dataOf(await api.GET('/api/v1/clocks/{id}/explanation', { params: { path } }));
    },
  });
  return (
    <PageState query={explanation} what="期限说明">
      {(found) => <Facts found={found} today={today} />}
    </PageState>
  );
}

function Facts({ found, today }: { found: Explanation; today: string }): ReactElement {
  if (found.term === undefined) return <p>{found.lines.join('；')}</p>;
  return (
    <dl className="reasons">
      <Fact name="起算">
        {dueDayText(found.startDate, today)}
        <span className="quiet">{[found.startEvent, '当日不计'].filter(Boolean).join('，')}</span>
      </Fact>
      <Fact name="规则">
        {found.term.n} {word('termUnit', found.term.unit)}
        {found.law !== '' && ` · ${found.law}`}
        <span className="quiet">{found.authority === 'L' ? '法定' : '本地规则'}</span>
      </Fact>
      <Fact name={found.term.unit === 'workday' ? '到期日' : '对应日'}>
        {dueDayText(found.rawDate, today)}
        {found.rawDate !== found.dueDate && <span className="quiet">遇法定休假顺延</span>}
        <DayCells found={found} />
      </Fact>
      <Fact name="延期">
        {found.extensionGrantedOn === ''
          ? '没有延期'
          : `${dayText(found.extensionGrantedOn, today)}同意延期，原到期日 ${dayText(found.originalDueDate, today)}`}
        {found.latestExtensionRequest !== '' && (
          <span className="quiet">最晚可申请日 {dueDayText(found.latestExtensionRequest, today)}</span>
        )}
      </Fact>
      {found.calendarVersion > 0 && <Fact name="日历">第 {found.calendarVersion} 版放假安排</Fact>}
      {found.provisional && (
        <Fact name="暂定">工作日历只发布到 {dayText(found.knownUntil, today)}，发布后可能调整</Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Days that are not counted or only passed over, each a cell with its reason, then the day itself. */
function DayCells({ found }: { found: Explanation }): ReactElement {
  const skipped = found.skipped.map(({ date, reason, name }) => ({
    date,
    note: name === '' ? word('restDay', reason) : name,
    kind: 'rest',
  }));
  const worked = found.makeUpDays.map(({ date }) => ({ date, note: '调休上班', kind: 'worked' }));
  const days = [...skipped, ...worked].toSorted((a, b) => a.date.localeCompare(b.date));
  return (
    <ul className="day-cells">
      {[...days, { date: found.dueDate, note: '到期', kind: 'due' }].map(({ date, note, kind }) => (
        <li key={`${date}${kind}`} className={kind}>
          {shortDayText(date)} {weekday(date)}
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}
