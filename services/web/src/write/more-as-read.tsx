import type { ReactElement } from 'react';
import { useUnits } from '../api/use-units.ts';
import type { DraftWords } from './draft-words.ts';
import { FIELD_NAMES, valueText } from './field-text.ts';

const FIELDS = [
  'subType',
  'wishedContact',
  'researchSource',
  'affectedArea',
  'earlierNumbers',
  'publicationConsent',
  'authorConfidential',
] as const satisfies readonly (keyof DraftWords)[];

/** What stands on the form beside the words, and is signed with them. */
export function MoreAsRead({ words }: { words: DraftWords }): ReactElement {
  const units = useUnits();
  const wished = words.wishedUnitIds.map((id) => units.get(id) ?? '').join('、');
  return (
    <dl className="facts-list">
      {FIELDS.map((field) => (
        <div key={field}>
          <dt>{FIELD_NAMES[field]}</dt>
          <dd>{valueText(field, words) || '没有填写'}</dd>
        </div>
      ))}
      <div>
        <dt>{FIELD_NAMES.wishedUnitIds}</dt>
        <dd>{wished === '' ? '不指定' : wished}</dd>
      </div>
    </dl>
  );
}
