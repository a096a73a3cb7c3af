import type { ReactElement } from 'react';
import { useToday } from '../api/use-today.ts';
import type { Me } from '../session/session.ts';
import { DueLookBacks } from './due-look-backs.tsx';
import { JudgedLookBacks } from './judged-look-backs.tsx';
import { Rectifications } from './rectifications.tsx';
import { TabbedPage } from '../design/tabbed-page.tsx';

/** 回头看: what is to be looked at again, what was found there, and what has to be put right (domain.md T25, T26). */
export function LookBacksPage(_: { me: Me }): ReactElement {
  const today = useToday();
  return (
    <TabbedPage
      title="回头看"
      hint="重点件必看，其他按比例抽查；没有达到的，整改到达到为止"
      list="look-backs"
      tabs={[
        { key: 'due', label: '要回头看', children: <DueLookBacks today={today} /> },
        { key: 'judged', label: '已回头看', children: <JudgedLookBacks today={today} /> },
        {
          key: 'ordered',
          label: '等整改',
          children: <Rectifications key="ordered" status="ordered" today={today} />,
        },
        {
          key: 'submitted',
          label: '等验收',
          children: <Rectifications key="submitted" status="submitted" today={today} />,
        },
        {
          key: 'accepted',
          label: '已验收',
          children: <Rectifications key="accepted" status="accepted" today={today} />,
        },
      ]}
    />
  );
}
