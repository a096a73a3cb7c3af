import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useHandling } from '../api/use-handling.ts';
import { PageState } from '../design/page-state.tsx';
import { TitleText } from '../design/title-text.tsx';
import { FiveOnesList } from '../desk/key-items/five-ones-list.tsx';
import type { BoardCase } from '../desk/key-items/use-cases-in-hands.ts';
import type { RedCase } from '../supervision/red-case.ts';
import { NextStep, RedMark } from './red-card.tsx';

/** One key suggestion with its 五个一, and what comes next when something of it is red. */
export function KeyCard(props: {
  readonly item: BoardCase;
  /** When something of it is red. */
  readonly red: RedCase | undefined;
  readonly today: string;
}): ReactElement {
  const { item, red, today } = props;
  const handling = useHandling(item.suggestionId);
  return (
    <li className="card">
      <p className="spread">
        {red === undefined ? <span /> : <RedMark red={red} today={today} />}
        <span className="quiet">{item.displayNumber} · 重点</span>
      </p>
      <Link className="title" to={`/cases/${item.suggestionId}`}>
        <TitleText>{item.title}</TitleText>
      </Link>
      {red !== undefined && <p className="quiet">{red.worst.reason}</p>}
      <PageState query={handling} what="五个一">
        {(found) => <FiveOnesList title={item.title} handling={found} />}
      </PageState>
      {red !== undefined && <NextStep red={red} />}
    </li>
  );
}
