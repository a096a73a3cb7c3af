import { Button, Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useToday } from '../api/use-today.ts';
import { CaseCard } from '../design/case-card.tsx';
import { PageState } from '../design/page-state.tsx';
import type { Me } from '../session/session.ts';
import { DraftCard } from './draft-card.tsx';
import { OpenBallots } from './open-ballots.tsx';
import { UpcomingMeetings } from './upcoming-meetings.tsx';
import { useMatters } from './use-matters.ts';
import { WaitingList } from './waiting-list.tsx';
import { casesOf, draftsOf, GROUPS, waitingFor, type GroupKey, type Matters } from './waiting.ts';

/** A deputy's first page: what waits for me, then where the rest is. */
export function DeputyHomePage({ me }: { me: Me }): ReactElement {
  const matters = useMatters();
  const name = `${me.name.slice(0, 1)}代表`;
  return (
    <main id="main" className="deputy-home">
      <title>我的建议 · 回音</title>
      <PageState query={matters} what="我的建议" shape={<Shape name={name} />}>
        {(found) => {
          const waiting = waitingFor(me.personId, found);
          return (
            <>
              <header className="greeting">
                <h1>
                  {name}，{waiting.length === 0 ? '现在没有事等您' : `有 ${waiting.length} 件事等您`}
                </h1>
              </header>
              <WaitingList waiting={waiting} />
              <OpenBallots />
              <UpcomingMeetings matters={found} />
              <OwnSuggestions matters={found} hasMore={found.hasMore} isFilled={waiting.length === 0} />
            </>
          );
        }}
      </PageState>
    </main>
  );
}

interface OwnProps {
  readonly matters: Matters;
  readonly hasMore: boolean;
  /** Nothing else on the page is the thing to do first. */
  readonly isFilled: boolean;
}

/** Drafts and cases as cards, by stage; the stage stands in the address. */
function OwnSuggestions({ matters, hasMore, isFilled }: OwnProps): ReactElement {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const today = useToday();
  const drafts = draftsOf(matters.suggestions);
  const asked = search.get('stage') ?? '';
  const group = GROUPS.find(({ key }) => key === asked)?.key ?? '';
  const cases = asked === 'draft' ? [] : casesOf(group, matters.cases);
  const shownDrafts = asked === '' || asked === 'draft' ? drafts : [];
  if (drafts.length === 0 && casesOf('', matters.cases).length === 0) {
    return (
      <section className="card nothing-yet">
        <p>还没有建议，先写一件。</p>
        <Button type={isFilled ? 'primary' : 'default'} onClick={() => void navigate('/write')}>
          写建议
        </Button>
      </section>
    );
  }
  return (
    <>
      <StageChips
        asked={asked}
        counts={[
          { key: '', name: '全部', count: drafts.length + casesOf('', matters.cases).length },
          { key: 'draft', name: '草稿', count: drafts.length },
          ...GROUPS.map(({ key, name }) => ({ key, name, count: casesOf(key, matters.cases).length })),
        ]}
        choose={(key) => setSearch(key === '' ? {} : { stage: key })}
      />
      <ul className="case-cards" aria-label="我的建议">
        {shownDrafts.map((draft) => (
          <li key={draft.suggestionId}>
            <DraftCard draft={draft} />
          </li>
        ))}
        {cases.map((item) => (
          <li key={item.caseId}>
            <CaseCard item={item} today={today} explained />
          </li>
        ))}
      </ul>
      {shownDrafts.length + cases.length === 0 && <p className="nothing">这一步没有建议。</p>}
      {hasMore && (
        <p className="nothing">
          还有更早的，<Link to="/cases?view=involved">在“查建议”里看</Link>
        </p>
      )}
    </>
  );
}

interface StageChipsProps {
  readonly asked: string;
  readonly counts: readonly { key: GroupKey | 'draft' | ''; name: string; count: number }[];
  readonly choose: (key: string) => void;
}

function StageChips({ asked, counts, choose }: StageChipsProps): ReactElement {
  return (
    <div className="stage-chips" role="group" aria-label="按阶段看">
      {counts
        .filter(({ key, count }) => count > 0 || key === asked || key === '')
        .map(({ key, name, count }) => (
          <button key={key} type="button" aria-pressed={key === asked} onClick={() => choose(key)}>
            {name} {count}
          </button>
        ))}
    </div>
  );
}

function Shape({ name }: { name: string }): ReactElement {
  return (
    <>
      <h1 className="greeting">{name}，您好</h1>
      <ul className="case-cards">
        {[1, 2, 3].map((each) => (
          <li key={each} className="card">
            <Skeleton active title={{ width: '80%' }} paragraph={{ rows: 2 }} />
          </li>
        ))}
      </ul>
    </>
  );
}
