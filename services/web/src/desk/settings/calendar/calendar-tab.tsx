import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api, dataOf, type Schemas } from '../../../api/client.ts';
import { useToday } from '../../../api/use-today.ts';
import { dayText, shortDayText } from '../../../design/days.ts';
import { PageState } from '../../../design/page-state.tsx';
import type { Me } from '../../../session/session.ts';
import { NoticeForm } from './notice-form.tsx';

type Calendar = Schemas['Calendar'];

const ASK_AGAIN_MS = 2_000;
const YEARS_SHOWN = 2;

/** 日历: days off and make-up workdays, what another notice would move, and how far the last one has come. */
export function CalendarTab({ me }: { me: Me }): ReactElement {
  const calendar = useQuery({
    queryKey: ['calendar'],
    queryFn: async () => dataOf(await api.GET('/api/v1/calendars')),
  });
  return (
    <PageState query={calendar} what="日历">
      {(found) => (
        <section className="card" aria-label="日历">
          <Known calendar={found} />
          <NoticeForm me={me} calendar={found} />
        </section>
      )}
    </PageState>
  );
}

function Known({ calendar }: { calendar: Calendar }): ReactElement {
  const today = useToday();
  const year = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_SHOWN }, (_, index) => String(year + index));
  return (
    <>
      <p>
        放假安排公布到 <b>{dayText(calendar.knownUntil, today)}</b>，此后的到期日都是暂定。
      </p>
      <Progress version={calendar.version} />
      <ul className="settings-list">
        {years.map((shown) => (
          <YearLine key={shown} year={shown} days={calendar.days} />
        ))}
      </ul>
    </>
  );
}

/** One year at a glance: each holiday with its days off and its make-up workdays. */
function YearLine({ year, days }: { year: string; days: Calendar['days'] }): ReactElement {
  const own = Map.groupBy(
    days.filter(({ date }) => date.startsWith(year)),
    ({ name }) => name,
  );
  const listed = (of: Calendar['days'], off: boolean): string =>
    of
      .filter((day) => day.off === off)
      .map(({ date }) => shortDayText(date))
      .join('、');
  return (
    <li>
      <span>
        <b>{year}</b>
        {own.size === 0 && <span className="quiet under">还没有放假安排</span>}
        {[...own].map(([name, of]) => (
          <span key={name} className="under">
            <span lang="zh-CN">{name}</span> · 休 {listed(of, true)}
            {of.some(({ off }) => !off) && <> · 班 {listed(of, false)}</>}
          </span>
        ))}
      </span>
    </li>
  );
}

function Progress({ version }: { version: number }): ReactElement | null {
  const progress = useQuery({
    queryKey: ['calendar-progress', version],
    queryFn: async () => dataOf(await api.GET('/api/v1/calendars:progress')),
    // Until every case stands by the newest calendar, and supervision has heard of it.
    refetchInterval: ({ state: { data } }) =>
      data === undefined || data.behind > 0 || data.version < version ? ASK_AGAIN_MS : false,
  });
  if (progress.data === undefined) return null;
  const { cases, behind, version: heard } = progress.data;
  const isDone = behind === 0 && heard >= version;
  return (
    <p role="status">
      {isDone
        ? `在办的 ${cases} 件都已按这份日历计算。`
        : `正在按新日历重算：${cases - behind} / ${cases} 件。`}
    </p>
  );
}
