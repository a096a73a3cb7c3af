import type { ReactElement } from 'react';
import { TabbedPage } from '../design/tabbed-page.tsx';
import { AuditTab } from './audit-tab.tsx';
import { DeadLettersTab } from './dead-letters-tab.tsx';
import { HealthTab } from './health-tab.tsx';
import { MetricsTab } from './metrics-tab.tsx';
import './operations.css';

/** 运行: whether every service answers and keeps up, the events that could not be handled, and the audit's proof. */
export function OperationsPage(): ReactElement {
  return (
    <TabbedPage
      title="运行"
      hint="只见编号和数量，看不到正文"
      tabs={[
        { key: 'health', label: '状态和积压', children: <HealthTab /> },
        { key: 'metrics', label: '指标', children: <MetricsTab /> },
        { key: 'dead-letters', label: '未能处理的事件', children: <DeadLettersTab /> },
        { key: 'audit', label: '审计校验', children: <AuditTab /> },
      ]}
    />
  );
}
