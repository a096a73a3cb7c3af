import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Refusal } from '../act/refusal.tsx';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { momentText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { word } from '../design/words.ts';
import { OperationsTable } from './operations-table.tsx';
import { useHealth, type ServiceHealth } from './use-health.ts';

type DeadLetter = Schemas['DeadLetter'];
type ServiceName = ServiceHealth['service'];

const PAGE = 50;
const REFRESH_MS = 15_000;
const HEADS = ['事件', '为什么', '何时', '处理'] as const;

/** 未能处理的事件 of one service, oldest first: what failed, why, and handling it once more when the cause is gone. */
export function DeadLettersTab(): ReactElement {
  const health = useHealth();
  return (
    <PageState query={health} what="各服务的状态">
      {({ services }) => <LettersOfOne services={services} />}
    </PageState>
  );
}

/** The service asked for, else the first that had any; it stays chosen when its last letter has been handled. */
function LettersOfOne({ services }: { services: readonly ServiceHealth[] }): ReactElement {
  const [search, setSearch] = useSearchParams();
  const [first, setFirst] = useState<ServiceName>();
  const troubled = services.find(({ deadLetters }) => deadLetters > 0)?.service;
  if (first === undefined && troubled !== undefined) setFirst(troubled);
  const asked = services.find(({ service }) => service === search.get('service'))?.service;
  const chosen = asked ?? first ?? services[0]?.service;
  return (
    <>
      <div className="toolbar" role="search">
        <Select<ServiceName>
          aria-label="服务"
          {...(chosen !== undefined && { value: chosen })}
          className="unit-filter"
          options={services.map(({ service, deadLetters }) => ({
            value: service,
            label: `${service} ${deadLetters}`,
          }))}
          onChange={(service) => setSearch({ tab: 'dead-letters', service })}
        />
      </div>
      {chosen !== undefined && <Letters key={chosen} service={chosen} />}
    </>
  );
}

function Letters({ service }: { service: ServiceName }): ReactElement {
  const letters = useInfiniteQuery({
    queryKey: ['dead-letters', service],
    initialPageParam: '',
    queryFn: async ({ pageParam: cursor }) =>
      dataOf(
        await api.GET('/api/v1/operations/dead-letters', {
          params: { query: { service, limit: PAGE, cursor } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: REFRESH_MS,
  });
  return (
    <PageState query={letters} what="未能处理的事件">
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <p className="nothing">{service} 没有未能处理的事件。</p>;
        return (
          <>
            <OperationsTable name="未能处理的事件" heads={HEADS}>
              {items.map((letter) => (
                <LetterRow key={`${letter.source} ${letter.eventId}`} service={service} letter={letter} />
              ))}
            </OperationsTable>
            {letters.hasNextPage && (
              <Button loading={letters.isFetchingNextPage} onClick={() => void letters.fetchNextPage()}>
                更晚的
              </Button>
            )}
          </>
        );
      }}
    </PageState>
  );
}

function LetterRow({ service, letter }: { service: ServiceName; letter: DeadLetter }): ReactElement {
  const { eventId, source, type, stream, version, tenant, error, attempts, diedAt, traceparent } = letter;
  const replay = useReplay(service, letter);
  const traceId = traceparent.split('-')[1] ?? '';
  return (
    <tr>
      <th scope="row">
        {word('event', type)}
        <span className="quiet">
          {source} · {tenant} · {stream} 第 {version} 版
        </span>
        <code className="quiet">{eventId}</code>
      </th>
      <td>
        {error}
        <span className="quiet">试了 {attempts} 次</span>
      </td>
      <td>{momentText(diedAt)}</td>
      <td>
        <Button
          size="small"
          loading={replay.isPending}
          onClick={() => replay.mutate()}
          aria-label={`重新处理：${word('event', type)} ${eventId}`}
        >
          重新处理
        </Button>{' '}
        {traceId !== '' && <Link to={`/operations/journey?of=${traceId}`}>看步骤</Link>}{' '}
        {replay.data?.outcome === 'failed-again' && (
          <span role="status" className="problem">
            还是没有成功：{replay.data.error}
          </span>
        )}
        <Refusal error={replay.error} />
      </td>
    </tr>
  );
}

/** Handles the event once more; handled, it leaves the list. One that was handled meanwhile is not handled twice. */
function useReplay(service: ServiceName, { eventId, source }: DeadLetter) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () =>
      dataOf(
        await api.POST('/api/v1/operations/dead-letters/{id}:replay', {
          params: { path: { id: eventId }, header: { 'idempotency-key': crypto.randomUUID() } },
          body: { service, source: source as ServiceName },
        }),
      ),
    onSuccess: async ({ outcome }) => {
      if (outcome === 'failed-again') return;
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['dead-letters', service] }),
        queries.invalidateQueries({ queryKey: ['health'] }),
      ]);
    },
  });
}
