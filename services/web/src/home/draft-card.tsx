import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { TitleText } from '../design/title-text.tsx';
import { word } from '../design/words.ts';

/** A draft among the cards: one link that leads on writing. */
export function DraftCard({ draft }: { draft: Schemas['SuggestionSummary'] }): ReactElement {
  const stage = draft.status === 'returned' ? 'returned-to-deputy' : draft.status;
  return (
    <Link className="card case-card" to={`/write/${draft.suggestionId}`}>
      <span className="quiet">{word('stage', stage)}</span>
      <span className="title">
        <TitleText>{draft.title === '' ? '（还没有标题）' : draft.title}</TitleText>
      </span>
      <span className="foot">接着写</span>
    </Link>
  );
}
