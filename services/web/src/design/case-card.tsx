import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { DaysLeft } from './days-left.tsx';
import { NextActor } from './next-actor.tsx';
import { colourOf, StatusMark } from './status-mark.tsx';
import { TitleText } from './title-text.tsx';
import { word } from './words.ts';
import { ProgressBar } from './progress-bar.tsx';
import type { Schemas } from '../api/client.ts';

/** A case in a list: one link. */
export function CaseCard(props: {
  readonly item: Schemas['CaseSummary'];
  readonly today: string;
  /** The reader acts next. */
  readonly mine?: boolean;
  /** Says what the colour means, where no heading does. */
  readonly explained?: boolean;
}): ReactElement {
  const { item, today, mine = false, explained = false } = props;
  const { next } = item;
  return (
    <Link className={`card case-card${mine ? ' mine' : ''}`} to={`/cases/${item.caseId}`}>
      <span className="spread head">
        <span className="quiet">
          {item.displayNumber === '' ? '未编号' : item.displayNumber}
          {item.isKey && <span className="chip key">重点</span>}
          {item.handlingType === 'complex' && <span className="chip">复杂</span>}
        </span>
        {item.origin === 'live' && item.colour !== '' && (
          <StatusMark
            colour={item.colour}
            {...(next === undefined && colourOf(item.colour) === 'none'
              ? { text: '已停' }
              : explained &&
                colourOf(item.colour) !== 'none' && {
                  text: `${word('colour', item.colour)} · ${word('colourMeaningToDeputy', item.colour)}`,
                })}
          />
        )}
      </span>
      <span className="title" title={item.title}>
        <TitleText>{item.title === '' ? '（还没有标题）' : item.title}</TitleText>
      </span>
      {item.origin === 'live' ? (
        <ProgressBar stage={item.stage} act={next?.act ?? ''} />
      ) : (
        <span className="quiet">{registerFacts(item)}</span>
      )}
      <span className="spread foot">
        {item.origin === 'live' && (
          <span>
            <span className="quiet">
              {word('stage', item.stage)}
              {next !== undefined && ' · 现在轮到'}
            </span>
            {next !== undefined && (
              <span className="whose">
                <NextActor next={next} />
              </span>
            )}
          </span>
        )}
        {next !== undefined && next.dueDate !== '' && (
          <DaysLeft dueDate={next.dueDate} today={today} provisional={next.provisional} />
        )}
      </span>
    </Link>
  );
}

function registerFacts({ year, category, leadUnits }: Schemas['CaseSummary']): string {
  const units = leadUnits.map(({ name }) => name).join('、');
  return [year > 0 ? `${year}年` : '', category, units].filter((each) => each !== '').join(' · ');
}
