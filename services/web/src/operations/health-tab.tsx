import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { momentText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { OperationsTable } from './operations-table.tsx';
import { lagOf, queuesOf, useHealth, type ServiceHealth } from './use-health.ts';

const HEADS = ['服务', '应答', '待发事件', '待处理事件', '未能处理', '未封印', '到期检查到'] as const;

/** 状态和积压: a row a service; what is not as it should be is said in words, never by colour. */
export function HealthTab(): ReactElement {
  const health = useHealth();
  return (
    <PageState query={health} what="各服务的状态">
      {({ up, quiet, services }) => (
        <>
          <p role="status" className="health-summary">
            <b>{up ? '所有服务都在应答' : '有服务没有应答'}</b>
            <span className="quiet">{quiet ? '没有积压' : '正在处理积压'}</span>
          </p>
          <OperationsTable name="各服务的状态和积压" heads={HEADS}>
            {services.map((service) => (
              <HealthRow key={service.service} of={service} />
            ))}
          </OperationsTable>
        </>
      )}
    </PageState>
  );
}

function HealthRow({ of: service }: { of: ServiceHealth }): ReactElement {
  const { up, outboxUnpublished, outboxOldestSeconds, deadLetters, eventsUnsealed, sweptUntil } = service;
  if (!up) {
    return (
      <tr>
        <th scope="row">{service.service}</th>
        <td colSpan={HEADS.length - 1} className="problem">
          没有应答
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{service.service}</th>
      <td>正常</td>
      <td>
        {outboxUnpublished}
        {outboxUnpublished > 0 && (
          <span className="quiet">最早的等了 {Math.ceil(outboxOldestSeconds)} 秒</span>
        )}
      </td>
      <td>
        {lagOf(service)}
        {queuesOf(service).map((queue) => (
          <span className="quiet" key={queue}>
            {queue}
          </span>
        ))}
      </td>
      <td>
        {deadLetters === 0 ? (
          0
        ) : (
          <Link className="problem" to={`?tab=dead-letters&service=${service.service}`}>
            {deadLetters} 个
          </Link>
        )}
      </td>
      <td>{eventsUnsealed}</td>
      <td>{sweptUntil === undefined ? '' : momentText(sweptUntil)}</td>
    </tr>
  );
}
