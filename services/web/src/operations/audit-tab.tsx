import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Refusal } from '../act/refusal.tsx';
import { api, dataOf, type Schemas } from '../api/client.ts';

import { OperationsTable } from './operations-table.tsx';

const HEADS = ['服务', '事件', '事件链', '封印', '对不上的'] as const;

type Report = Schemas['AuditReport'];

/** 审计校验: recomputes every chain of events and every seal of this tenant, and names what does not match. */
export function AuditTab(): ReactElement {
  const verify = useMutation({
    mutationFn: async () => {
      const header = { 'idempotency-key': crypto.randomUUID() };
      return dataOf(await api.POST('/api/v1/operations/audit:verify', { params: { header } }));
    },
  });
  return (
    <>
      <div className="toolbar">
        <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
          校验哈希链
        </Button>
        <span className="quiet" role="status">
          {verify.isPending
            ? '正在逐个服务核对每一条事件和每一个封印'
            : '核对本地区的每一条事件和每一个封印，不改动任何数据'}
        </span>
      </div>
      <Refusal error={verify.error} />
      {verify.data !== undefined && <Findings report={verify.data} />}
    </>
  );
}

function Findings({ report: { intact, services } }: { report: Report }): ReactElement {
  const total = services.reduce((sum, { events }) => sum + events, 0);
  return (
    <>
      <p role="status" className="health-summary">
        <b>{intact ? '全部对得上' : '有对不上的'}</b>
        <span className="quiet">核对了 {total} 个事件</span>
      </p>
      <OperationsTable name="校验结果" heads={HEADS}>
        {services.map(({ service, events, streams, seals, differences }) => (
          <tr key={service}>
            <th scope="row">{service}</th>
            <td>{events}</td>
            <td>{streams}</td>
            <td>{seals}</td>
            <td>
              {differences.length === 0
                ? '没有'
                : differences.map(({ stream, version, eventId, what }) => (
                    <span className="problem line" key={`${stream} ${version} ${eventId} ${what}`}>
                      {stream} 第 {version} 版：{what}
                    </span>
                  ))}
            </td>
          </tr>
        ))}
      </OperationsTable>
    </>
  );
}
