import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { allPages } from '../api/all-pages.ts';
import { api } from '../api/client.ts';
import { useToday } from '../api/use-today.ts';
import { dayText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { word } from '../design/words.ts';
import type { Me } from '../session/session.ts';
import { addressOf, searchOf, type MeetingsAddress } from './address.ts';
import { convenedKinds } from './convened-kinds.ts';
import { MEETING_KINDS } from './kinds.ts';
import { MeetingDrawer } from './meeting-drawer.tsx';
import { Arrange } from './arrange.tsx';
import { Subscription } from './subscription.tsx';
import { WeekView } from './week-view.tsx';
import { dayAfter, weekOf } from '../design/week.ts';
import './meetings.css';

const REFRESH_MS = 30_000;

/** 见面日历: a week of the meetings that the reader may see, and what can be done with each. */
export function MeetingsPage({ me }: { me: Me }): ReactElement {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const address = addressOf(search);
  const change = (changed: Partial<MeetingsAddress>): void =>
    setSearch(searchOf({ ...address, ...changed }), { replace: true });
  const week = weekOf(address.day === '' ? today : address.day);
  const [from = '', to = ''] = [week[0], week.at(-1)];
  const { kind, mine } = address;
  const meetings = useQuery({
    queryKey: ['meetings', from, kind, mine],
    queryFn: async () => {
      const filter = { from, to, mine: flag(mine), ...(kind === '' ? {} : { kind }) };
      return allPages((page) => api.GET('/api/v1/meetings', { params: { query: { ...filter, ...page } } }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  return (
    <main id="main" className="work-page meetings-page">
      <title>见面日历 · 回音</title>
      <header className="work-head">
        <h1>见面日历</h1>
        <span className="quiet">
          {dayText(from, today)}–{dayText(to, today)} · {meetings.data?.length ?? 0} 次
        </span>
        <HeadButtons me={me} />
      </header>
      <Filters address={address} monday={from} change={change} />
      <PageState query={meetings} what="见面安排">
        {(found) => (
          <WeekView week={week} today={today} meetings={found} open={(meeting) => change({ meeting })} />
        )}
      </PageState>
      {address.meeting !== '' && (
        <MeetingDrawer id={address.meeting} me={me} today={today} onClose={() => change({ meeting: '' })} />
      )}
    </main>
  );
}

function HeadButtons({ me }: { me: Me }): ReactElement {
  const [open, setOpen] = useState<'arrange' | 'subscribe'>();
  const close = (): void => setOpen(undefined);
  return (
    <div className="meetings-acts">
      {convenedKinds(me.roles).length > 0 && <Button onClick={() => setOpen('arrange')}>约见面</Button>}
      <Button onClick={() => setOpen('subscribe')}>订阅日历</Button>
      {open === 'subscribe' && <Subscription me={me} onClose={close} />}
      {open === 'arrange' && <Arrange me={me} onClose={close} />}
    </div>
  );
}

interface FiltersProps {
  readonly address: MeetingsAddress;
  /** Of the week shown. */
  readonly monday: string;
  readonly change: (changed: Partial<MeetingsAddress>) => void;
}

function Filters({ address, monday, change }: FiltersProps): ReactElement {
  return (
    <div className="toolbar" role="search">
      <div className="weeks" role="group" aria-label="哪一周">
        <Button onClick={() => change({ day: dayAfter(monday, -7) })}>上一周</Button>
        <Button onClick={() => change({ day: '' })}>本周</Button>
        <Button onClick={() => change({ day: dayAfter(monday, 7) })}>下一周</Button>
      </div>
      <Segmented
        aria-label="谁的"
        value={address.mine ? 'mine' : 'all'}
        options={[
          { value: 'all', label: '全部' },
          { value: 'mine', label: '邀请我的' },
        ]}
        onChange={(whose) => change({ mine: whose === 'mine' })}
      />
      <Select
        aria-label="哪一种"
        className="kind"
        value={address.kind}
        options={[
          { value: '' as const, label: '各种见面' },
          ...MEETING_KINDS.map((value) => ({ value, label: word('meeting', value) })),
        ]}
        onChange={(kind) => change({ kind })}
      />
    </div>
  );
}

function flag(value: boolean): 'true' | 'false' {
  return value ? 'true' : 'false';
}
