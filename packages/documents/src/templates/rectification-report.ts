import {
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';
import { gapList } from './gaps.ts';

/** 整改报告 (T26), from the unit's head to 代表工委 for the lead deputy. */
export interface RectificationReport {
  readonly suggestion: CaseName;
  readonly office: string;
  readonly unit: string;
  readonly gaps: readonly string[];
  readonly report: string;
  readonly submittedOn: string;
}

export function rectificationReport(facts: RectificationReport): OfficialDocument {
  return officialDocument({
    form: 'letter',
    letterhead: facts.unit,
    title: `关于${numbered(facts.suggestion)}整改情况的报告`,
    salutation: facts.office,
    blocks: [
      paragraph(`按照对${quoted(facts.suggestion)}的整改要求，现将整改情况报告如下，请领衔代表验收。`),
      heading(1, '需要整改的问题'),
      ...gapList(facts.gaps),
      heading(1, '整改情况'),
      paragraph(facts.report),
    ],
    signature: { bodies: [facts.unit], on: facts.submittedOn },
  });
}
