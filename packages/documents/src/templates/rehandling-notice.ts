import { chineseDate } from '../document/chinese-date.ts';
import { chineseNumber } from '../document/chinese-number.ts';
import {
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';

/** 重新办理通知 (T22; SD24): why the deputies are not satisfied, what matters now, by when they are answered anew. */
export interface RehandlingNotice {
  readonly suggestion: CaseName;
  readonly office: string;
  readonly unit: string;
  /** Round that begins, 2 or more. */
  readonly round: number;
  /** Of the deputies whose evaluation led to it, in their words. */
  readonly reasons: readonly string[];
  /** What 代表工委 adds; '' where the round began by itself. */
  readonly focus: string;
  readonly orderedOn: string;
  /** '' when it is not known here. */
  readonly dueOn: string;
}

export function rehandlingNotice(facts: RehandlingNotice): OfficialDocument {
  const due = facts.dueOn === '' ? '规定期限内' : `${chineseDate(facts.dueOn)}前`;
  return officialDocument({
    form: 'letter',
    letterhead: facts.office,
    title: `关于重新办理${numbered(facts.suggestion)}的通知`,
    salutation: facts.unit,
    blocks: [
      paragraph(
        `你单位对${quoted(facts.suggestion)}的答复，代表评价为不满意。请你单位重新办理，这是第${chineseNumber(facts.round)}次办理。`,
      ),
      ...section('代表不满意的理由', facts.reasons),
      ...section('重新办理的重点', facts.focus === '' ? [] : [facts.focus]),
      paragraph(`请主要负责人研究，再次当面听取代表意见，在${due}重新答复代表，抄送本机关。`),
    ],
    signature: { bodies: [facts.office], on: facts.orderedOn },
  });
}

function section(title: string, texts: readonly string[]) {
  return texts.length === 0 ? [] : [heading(1, title), ...texts.map((text) => paragraph(text))];
}
