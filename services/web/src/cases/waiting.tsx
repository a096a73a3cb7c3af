import type { ReactElement } from 'react';
import { PageState } from '../design/page-state.tsx';
import { CaseCard } from './case-card.tsx';
import { MINE, useCases } from './use-cases.ts';

/** Shown before the rest; who has more finds them by colour below. */
const MOST_SHOWN = 4;

interface Reader {
  readonly name: string;
  readonly roles: readonly string[];
}

/** 有 2 件事等您: the cases in which the reader acts next. */
export function Waiting({ me, today }: { me: Reader; today: string }): ReactElement {
  const cases = useCases(MINE);
  return (
    <section className="waiting">
      <PageState
        query={cases}
        what="等您办的案件"
        shape={<h1 className="greeting">{salutation(me)}，您好</h1>}
      >
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const more = pages.at(-1)?.nextCursor !== undefined;
          const soonest = items.toSorted((a, b) =>
            dueKey(a.next?.dueDate).localeCompare(dueKey(b.next?.dueDate)),
          );
          return (
            <>
              <h1 className="greeting">
                {salutation(me)}
                {items.length === 0
                  ? '，现在没有事等您'
                  : `，有 ${items.length} ${more ? '件以上的' : '件'}事等您`}
              </h1>
              {items.length > 0 && (
                <ul className="case-cards">
                  {soonest.slice(0, MOST_SHOWN).map((item) => (
                    <li key={item.caseId}>
                      <CaseCard item={item} today={today} mine />
                    </li>
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </PageState>
    </section>
  );
}

/** 林代表 for a deputy, the whole name for everybody else. */
function salutation({ name, roles }: Reader): string {
  return roles.includes('deputy') ? `${name.slice(0, 1)}代表` : name;
}

/** What has no due date comes last. */
function dueKey(dueDate: string | undefined): string {
  return dueDate === undefined || dueDate === '' ? '9999' : dueDate;
}
