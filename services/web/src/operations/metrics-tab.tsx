import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api, dataOf } from '../api/client.ts';
import { PageState } from '../design/page-state.tsx';
import { durationText } from './bar.ts';
import { processesOf, requestsOf, type ProcessUse, type RequestKind } from './metric-rows.ts';
import { OperationsTable } from './operations-table.tsx';

const REFRESH_MS = 15_000;
const US_PER_SECOND = 1_000_000;
const BYTES_PER_MB = 1_048_576;

/** 指标: what was asked of each service and how it went, and what each process uses, since it was started. */
export function MetricsTab(): ReactElement {
  const metrics = useQuery({
    queryKey: ['metrics'],
    queryFn: async () => dataOf(await api.GET('/api/v1/operations/metrics')),
    refetchInterval: REFRESH_MS,
  });
  return (
    <PageState query={metrics} what="指标">
      {({ where, series, undeclared, overflow }) =>
        where === 'elsewhere' ? (
          <p role="status">指标送往别处的收集器，或没有开启，请到那里去看。</p>
        ) : (
          <>
            {undeclared.length > 0 && (
              <p role="status" className="problem">
                有没有声明的指标：{undeclared.join('，')}
              </p>
            )}
            {overflow > 0 && <p role="status">另有 {overflow} 项太多，没有留存</p>}
            <Requests rows={requestsOf(series)} />
            <Processes rows={processesOf(series)} />
          </>
        )
      }
    </PageState>
  );
}

const REQUEST_HEADS = ['服务', '操作', '次数', '被拒绝', '失败', '中位', '95 分位'] as const;

function Requests({ rows }: { rows: readonly RequestKind[] }): ReactElement {
  return (
    <section className="operations-part" aria-label="请求">
      <h2>请求</h2>
      <p className="quiet">从各进程启动算起；同一操作的各个副本合在一起。</p>
      <OperationsTable name="请求" heads={REQUEST_HEADS}>
        {rows.map(({ service, name, count, refused, failed, p50, p95 }) => (
          <tr key={`${service} ${name}`}>
            <th scope="row">{service}</th>
            <td>
              <code>{name}</code>
            </td>
            <td>{count}</td>
            <td>{refused}</td>
            <td className={failed > 0 ? 'problem' : ''}>{failed}</td>
            <td>{durationText(p50 * US_PER_SECOND)}</td>
            <td>{durationText(p95 * US_PER_SECOND)}</td>
          </tr>
        ))}
      </OperationsTable>
    </section>
  );
}

const PROCESS_HEADS = [
  ...['进程', '处理器', '内存', '事件循环延迟 99 分位'],
  ...['数据库连接：在用', '等连接', '最久的待发事件', '到期检查落后', '变色落后', '没有主人的案件'],
] as const;

function Processes({ rows }: { rows: readonly ProcessUse[] }): ReactElement {
  return (
    <section className="operations-part" aria-label="进程">
      <h2>进程</h2>
      <OperationsTable name="进程" heads={PROCESS_HEADS}>
        {rows.map((row) => (
          <tr key={`${row.service} ${row.instance}`}>
            <th scope="row">{row.service}</th>
            <td>{shareText(row.cpu)}</td>
            <td>{row.memory === undefined ? '' : `${Math.round(row.memory / BYTES_PER_MB)} MB`}</td>
            <td>{row.loopDelay === undefined ? '' : durationText(row.loopDelay * US_PER_SECOND)}</td>
            <td>{row.connectionsUsed ?? ''}</td>
            <td>{row.connectionsAwaited ?? ''}</td>
            <td>{secondsText(row.outboxAge)}</td>
            <td>{secondsText(row.sweepLag)}</td>
            <td>{secondsText(row.colourLag)}</td>
            <td>{row.withoutOwner ?? ''}</td>
          </tr>
        ))}
      </OperationsTable>
    </section>
  );
}

function shareText(share: number | undefined): string {
  return share === undefined ? '' : `${Math.round(share * 100)}%`;
}

function secondsText(seconds: number | undefined): string {
  return seconds === undefined ? '' : `${Math.round(seconds)} 秒`;
}
