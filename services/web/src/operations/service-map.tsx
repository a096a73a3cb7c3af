import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { api, dataOf } from '../api/client.ts';
import { PageState } from '../design/page-state.tsx';
import { MapPart } from './map-part.tsx';

const REFRESH_MS = 15_000;
/** How far back, in minutes. */
const STRETCHES = [
  { value: 15, label: '近 15 分钟' },
  { value: 60, label: '近 1 小时' },
  { value: 1_440, label: '近 24 小时' },
];
const USUAL_MINUTES = 60;

/** Who calls whom, of the spans that are kept. How far back is in the address. */
export function ServiceMap(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('minutes'));
  const minutes = STRETCHES.some(({ value }) => value === asked) ? asked : USUAL_MINUTES;
  const map = useQuery({
    queryKey: ['service-map', minutes],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/operations/service-map', { params: { query: { minutes } } })),
    refetchInterval: REFRESH_MS,
  });
  return (
    <section className="service-map-part" aria-label="服务之间的调用">
      <h2>服务之间的调用</h2>
      <p className="quiet">只算留存的追踪：改动和失败全部留存，查询十次留一次。</p>
      <Segmented
        aria-label="算多久"
        options={STRETCHES}
        value={minutes}
        onChange={(value) => setSearch({ minutes: String(value) }, { replace: true })}
      />
      <PageState query={map} what="服务之间的调用">
        {({ where, edges, seconds }) => {
          if (where === 'elsewhere')
            return <p role="status">追踪送往别处的收集器，或没有开启，请到那里去看。</p>;
          if (edges.length === 0) return <p className="quiet">这里还没有留存的追踪</p>;
          return <MapPart edges={edges} seconds={seconds} />;
        }}
      </PageState>
    </section>
  );
}
