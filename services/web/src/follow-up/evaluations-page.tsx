import type { ReactElement } from 'react';
import { useToday } from '../api/use-today.ts';
import type { Me } from '../session/session.ts';
import { AwaitedEvaluations } from './awaited-evaluations.tsx';
import { GivenEvaluations } from './given-evaluations.tsx';
import { TabbedPage } from '../design/tabbed-page.tsx';

/** 测评: who is still to speak, what was said, and what follows from 不满意 (domain.md T20–T24). */
export function EvaluationsPage(_: { me: Me }): ReactElement {
  const today = useToday();
  return (
    <TabbedPage
      title="代表测评"
      hint="只由领衔代表本人评，单位填不了，也不能先看到"
      list="evaluations"
      tabs={[
        {
          key: 'awaited',
          label: '等评价',
          children: <AwaitedEvaluations key="awaited" status="awaited" today={today} />,
        },
        {
          key: 'overdue',
          label: '已超期',
          children: <AwaitedEvaluations key="overdue" status="overdue" today={today} />,
        },
        {
          key: 'dissatisfied',
          label: '不满意',
          children: <GivenEvaluations only="dissatisfied" today={today} />,
        },
        { key: 'given', label: '已评价', children: <GivenEvaluations only="all" today={today} /> },
        {
          key: 'lapsed',
          label: '逾期未反馈',
          children: <AwaitedEvaluations key="lapsed" status="lapsed" today={today} />,
        },
      ]}
    />
  );
}
