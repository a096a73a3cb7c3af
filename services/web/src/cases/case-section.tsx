import { Button, Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { PageState } from '../design/page-state.tsx';
import { StatusMark, type Colour } from '../design/status-mark.tsx';
import { word } from '../design/words.ts';
import { CaseCard } from '../design/case-card.tsx';
import { CaseRows } from './case-rows.tsx';
import type { Section } from './sections.ts';
import { useCases } from './use-cases.ts';

interface SectionProps extends Section {
  readonly today: string;
  readonly isDeputy: boolean;
  /** Rows for many cases on a desktop, cards on a phone and for deputies. */
  readonly asRows: boolean;
}

/** Cases of one colour, or of one kind, with their count. */
export function CaseSection(props: SectionProps): ReactElement {
  const { name, colour, filter, total, today, isDeputy, asRows } = props;
  const cases = useCases(filter);
  return (
    <section className="colour-section">
      <PageState query={cases} what="案件" shape={<CardShapes />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <p className="nothing quiet">{name}里没有</p>;
          const meaning = colour === undefined ? '' : meaningOf(colour, isDeputy);
          const count = countText({ shown: items.length, total, more: cases.hasNextPage });
          return (
            <>
              <h2>
                {colour === undefined ? name : <StatusMark colour={colour} />}
                <span className="quiet">{[meaning, count].filter(Boolean).join(' · ')}</span>
              </h2>
              {asRows ? (
                <CaseRows
                  items={items}
                  today={today}
                  caption={`${colour === undefined ? (name ?? '') : word('colour', colour)}，${count}`}
                />
              ) : (
                <ul className="case-cards">
                  {items.map((item) => (
                    <li key={item.caseId}>
                      <CaseCard item={item} today={today} mine={filter.mine} />
                    </li>
                  ))}
                </ul>
              )}
              {cases.hasNextPage && (
                <Button loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
                  再看一页
                </Button>
              )}
            </>
          );
        }}
      </PageState>
    </section>
  );
}

function meaningOf(colour: Colour, isDeputy: boolean): string {
  return word(isDeputy ? 'colourMeaningToDeputy' : 'colourMeaning', colour);
}

function countText(known: { shown: number; total: number | undefined; more: boolean }): string {
  const { shown, total, more } = known;
  if (!more) return `${shown} 件`;
  return total === undefined ? `已显示 ${shown} 件，还有` : `共 ${total} 件，已显示 ${shown} 件`;
}

function CardShapes(): ReactElement {
  return (
    <ul className="case-cards">
      {[1, 2, 3].map((each) => (
        <li key={each} className="card">
          <Skeleton active title={{ width: '80%' }} paragraph={{ rows: 2 }} />
        </li>
      ))}
    </ul>
  );
}
