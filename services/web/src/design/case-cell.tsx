import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { TitleText } from './title-text.tsx';

/** The case of a row: its number as people say it, and its title. */
export function CaseCell(props: {
  readonly caseId: string;
  readonly number: string;
  /** Empty where the reader may not see it. */
  readonly title: string;
  /** Said instead of an empty title, where emptiness means something else. */
  readonly untitled?: string;
}): ReactElement {
  return (
    <th scope="row">
      {(props.number !== '' || props.untitled === undefined) && (
        <span className="quiet">{props.number === '' ? '未编号' : props.number}</span>
      )}
      <Link className="title" to={`/cases/${props.caseId}`}>
        <TitleText>{props.title === '' ? (props.untitled ?? '（标题不公开）') : props.title}</TitleText>
      </Link>
    </th>
  );
}
