import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { momentText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { word } from '../design/words.ts';
import './journey.css';
import { ServiceMap } from './service-map.tsx';
import { Waterfall } from './waterfall.tsx';

type Journey = Schemas['Journey'];

/** 旅程: what one case or one request went through, step by step. What is looked for is in the address. */
export function JourneyPage(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const of = search.get('of') ?? '';
  return (
    <main id="main" className="journey-page">
      <title>旅程 · 回音</title>
      <h1>旅程</h1>
      <p className="quiet">只见编号和状态，看不到正文</p>
      <Input.Search
        key={of}
        defaultValue={of}
        maxLength={64}
        aria-label="案件编号、案件 id 或追踪号"
        placeholder="案件编号、案件 id 或追踪号"
        enterButton="查"
        onSearch={(text) => setSearch(text.trim() === '' ? {} : { of: text.trim() })}
      />
      {of === '' ? <ServiceMap /> : <Found of={of} trace={search.get('trace') ?? ''} />}
    </main>
  );
}

function Found({ of, trace }: { of: string; trace: string }): ReactElement {
  const journey = useQuery({
    queryKey: ['journey', of],
    queryFn: async () => dataOf(await api.GET('/api/v1/operations/traces', { params: { query: { of } } })),
  });
  return (
    <PageState query={journey} what="旅程">
      {(found) => (
        <>
          {found.where === 'elsewhere' && (
            <p role="status">追踪送往别处的收集器，或没有开启，这里只有事件；请按追踪号到那里去看。</p>
          )}
          {found.where === 'here' && <Kept retention={found.retention} />}
          {found.case !== undefined && <Events found={found.case} of={of} />}
          <Traces found={found} trace={trace} />
        </>
      )}
    </PageState>
  );
}

function Kept({ retention }: { retention: Journey['retention'] }): ReactElement {
  const { startedAt, maxAgeHours, forgottenTraces } = retention;
  return (
    <p className="quiet">
      追踪从 {momentText(startedAt)} 起留存，最多 {maxAgeHours} 小时；已清除 {forgottenTraces}{' '}
      条。更早的只有事件。
    </p>
  );
}

function Events({ found, of }: { found: NonNullable<Journey['case']>; of: string }): ReactElement {
  const [, setSearch] = useSearchParams();
  return (
    <section aria-label="事件">
      <h2>
        {found.number === '' ? found.caseId : found.number}{' '}
        <span className="quiet">{found.events.length} 个事件</span>
      </h2>
      <ol className="journey-events">
        {found.events.map((event) => (
          <li key={event.eventId}>
            <time dateTime={event.occurredAt}>{momentText(event.occurredAt)}</time> <b>{event.service}</b>{' '}
            {word('event', event.type)}{' '}
            {event.kept ? (
              <button type="button" className="verb" onClick={() => setSearch({ of, trace: event.traceId })}>
                看步骤
              </button>
            ) : (
              <span className="quiet">{event.traceId === '' ? '没有追踪' : '步骤没有留存'}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The chosen trace, else the latest. */
function Traces({ found, trace }: { found: Journey; trace: string }): ReactElement {
  const shown = found.traces.find(({ traceId }) => traceId === trace) ?? found.traces.at(-1);
  if (shown === undefined)
    return <p className="quiet">{found.where === 'here' ? '没有留存的步骤' : '这里没有步骤'}</p>;
  return <Waterfall key={shown.traceId} trace={shown} />;
}
