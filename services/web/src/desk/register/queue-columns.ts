import type { Schemas } from '../../api/client.ts';
import { word } from '../../design/words.ts';
import type { Column } from '../../sheet/sheet.ts';

/** What waits for its registration, as a row of a sheet. */
export const QUEUE_COLUMNS: readonly Column<Schemas['SuggestionSummary']>[] = [
  { name: '标题', of: ({ title }) => title, width: 56 },
  { name: '种类', of: ({ kind }) => (kind === 'motion' ? '议案' : '建议'), width: 10 },
  { name: '时期', of: ({ period }) => word('period', period), width: 12 },
  { name: '提交日期', of: ({ submittedOn }) => submittedOn, width: 12 },
];
