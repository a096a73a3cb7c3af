import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { TitleText } from '../design/title-text.tsx';

/** The case of a row: its number as people say it, and its title. */
export function CaseCell(props: {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
}): ReactElement {
  return (
    <th scope="row">
      <span className="quiet">{props.number === '' ? '未编号' : props.number}</span>
      <Link className="title" to={`/cases/${props.caseId}`}>
        <TitleText>{props.title === '' ? '（标题不公开）' : props.title}</TitleText>
      </Link>
    </th>
  );
}
