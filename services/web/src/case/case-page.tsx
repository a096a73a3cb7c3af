import { Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { ActBar } from '../case-acts/act-bar.tsx';
import { useToday } from '../api/use-today.ts';
import { PageState } from '../design/page-state.tsx';
import { usePhone } from '../design/use-phone.ts';
import type { Me } from '../session/session.ts';
import { CaseHeader } from './case-header.tsx';
import { CaseParts } from './case-parts.tsx';
import { ClockList } from './clock-list.tsx';
import { NextStep } from './next-step.tsx';
import { Stepper } from './stepper.tsx';
import { useCase, type CaseFile } from './use-case.ts';

/** The one page of a case, for every role with its own rights. */
export function CasePage({ me }: { me: Me }): ReactElement {
  const { id = '' } = useParams();
  const file = useCase(id);
  return (
    <main id="main" className="case-page">
      <title>{titleOf(file.data)}</title>
      <nav className="crumbs" aria-label="位置">
        <Link to="/">我的清单</Link>
        {file.data !== undefined && (
          <span aria-current="page"> / {file.data.summary?.displayNumber || '未编号'}</span>
        )}
      </nav>
      <PageState query={file} what="案件" shape={<Shape />}>
        {(found) => <CaseView id={id} file={found} me={me} />}
      </PageState>
    </main>
  );
}

/** What the window and its history are called. */
function titleOf(file: CaseFile | undefined): string {
  const { displayNumber = '', title = '' } = file?.summary ?? {};
  return [displayNumber, title, '回音'].filter(Boolean).join(' · ');
}

interface CaseViewProps {
  readonly id: string;
  readonly file: CaseFile;
  readonly me: Me;
}

function CaseView({ id, file, me }: CaseViewProps): ReactElement {
  const today = useToday();
  const isPhone = usePhone();
  const { summary } = file;
  const isLive = summary?.origin === 'live';
  const stepper = file.steps.length > 0 && <Stepper steps={file.steps} today={today} />;
  const aside = isLive && (
    // The key keeps an open act open when a window becomes narrow and this part moves.
    <aside key="next" aria-label="现在轮到与时限">
      <NextStep file={file} today={today} acts={<ActBar file={file} caseId={id} me={me} today={today} />} />
      <ClockList clocks={file.clocks} hidden={file.hidden.includes('colours')} today={today} />
    </aside>
  );
  return (
    <>
      <CaseHeader file={file} today={today} readerId={me.personId} />
      {!isPhone && stepper}
      <div className={isLive ? 'case-grid' : ''}>
        {isPhone && aside}
        {isPhone && stepper}
        <CaseParts id={id} file={file} today={today} />
        {!isPhone && aside}
      </div>
    </>
  );
}

function Shape(): ReactElement {
  return (
    <>
      <Skeleton active title={{ width: '60%' }} paragraph={{ rows: 1 }} />
      <div className="card">
        <Skeleton active title={false} paragraph={{ rows: 2, width: '100%' }} />
      </div>
      <div className="case-grid">
        <div className="card">
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
        <div className="card">
          <Skeleton active paragraph={{ rows: 3 }} />
        </div>
      </div>
    </>
  );
}
