import type { ReactElement } from 'react';
import type { Schemas } from '../../api/client.ts';
import { instantText } from '../../design/days.ts';
import { word } from '../../design/words.ts';

/** What the deputy is invited to, when and where. */
export function InvitedTo(props: {
  readonly meeting: Schemas['Meeting'];
  readonly today: string;
}): ReactElement {
  const { kind, startsAt, place } = props.meeting;
  return (
    <p className="quoted">
      <b>{word('meeting', kind)}</b>
      <span className="under">{instantText(startsAt, props.today)}</span>
      <span className="under">{place}</span>
    </p>
  );
}
