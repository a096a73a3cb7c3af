import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { PageState } from '../design/page-state.tsx';
import { durationText } from './bar.ts';

const KINDS: Readonly<Record<Schemas['ServiceMapEdge']['kind'], string>> = {
  grpc: 'gRPC',
  event: '事件',
  database: '数据库',
  cache: '缓存',
};

/** Who calls whom, of the spans that are kept. */
export function ServiceMap(): ReactElement {
  const map = useQuery({
    queryKey: ['service-map'],
    queryFn: async () => dataOf(await api.GET('/api/v1/operations/service-map')),
  });
  return (
    <section aria-label="服务之间的调用">
      <h2>服务之间的调用</h2>
      <p className="quiet">只算留存的追踪：改动和失败全部留存，查询十次留一次。</p>
      <PageState query={map} what="服务之间的调用">
        {({ edges }) =>
          edges.length === 0 ? (
            <p className="quiet">这里还没有留存的追踪</p>
          ) : (
            <div className="scrolls" role="group" aria-label="服务之间的调用" tabIndex={0}>
              <table className="service-map">
                <thead>
                  <tr>
                    {['从', '到', '方式', '次数', '失败', '中位', '95 分位'].map((name) => (
                      <th key={name} scope="col">
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {edges.map(({ caller, callee, kind, calls, failed, p50Us, p95Us }) => (
                    <tr key={`${caller} ${callee} ${kind}`}>
                      <th scope="row">{caller}</th>
                      <td>{callee}</td>
                      <td>{KINDS[kind]}</td>
                      <td>{calls}</td>
                      <td>{failed}</td>
                      <td>{durationText(p50Us)}</td>
                      <td>{durationText(p95Us)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </PageState>
    </section>
  );
}
