import { Button, Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { PageState } from '../design/page-state.tsx';
import { StatusMark, type Colour } from '../design/status-mark.tsx';
import { word } from '../design/words.ts';
import { CaseCard } from './case-card.tsx';
import { useCases, type CaseFilter } from './use-cases.ts';

interface SectionProps {
  /** Absent: cases of a register, which have no colour. */
  readonly colour?: Colour;
  readonly filter: CaseFilter;
  /** The only section: an empty one says so instead of leaving the page blank. */
  readonly alone: boolean;
  readonly today: string;
  readonly toDeputy: boolean;
}

/** Cases of one colour with their count. */
export function CaseSection({ colour, filter, alone, today, toDeputy }: SectionProps): ReactElement {
  const cases = useCases(filter);
  return (
    <section className="colour-section">
      <PageState query={cases} what="案件" shape={<CardShapes />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return <Nothing colour={colour} alone={alone} searched={filter.title ?? ''} />;
          return (
            <>
              <h2>
                {colour === undefined ? '历史台账' : <StatusMark colour={colour} />}
                <span className="quiet">
                  {colour !== undefined && meaning(colour, toDeputy)} {items.length} 件
                  {cases.hasNextPage && '，还有'}
                </span>
              </h2>
              <ul className="case-cards">
                {items.map((item) => (
                  <li key={item.caseId}>
                    <CaseCard item={item} today={today} />
                  </li>
                ))}
              </ul>
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

function meaning(colour: Colour, toDeputy: boolean): string {
  return word(toDeputy ? 'colourMeaningToDeputy' : 'colourMeaning', colour);
}

function Nothing(props: {
  readonly colour: Colour | undefined;
  readonly alone: boolean;
  readonly searched: string;
}): ReactElement {
  const { colour, alone, searched } = props;
  const what = colour === undefined ? '历史台账里' : `${word('colour', colour)}色的案件里`;
  const none =
    colour === 'none'
      ? '没有时限未起的案件'
      : colour === undefined
        ? '还没有导入历史台账'
        : `没有${word('colour', colour)}色`;
  if (searched !== '') {
    return <p className="nothing quiet">{alone ? `${what}没有标题含“${searched}”的` : ''}</p>;
  }
  return <p className="nothing quiet">{alone || colour === 'red' ? none : ''}</p>;
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
