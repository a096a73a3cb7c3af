import {
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { addressed, type Deputies } from './addressees.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';
import { milestoneGrid, type Milestone } from './milestones.ts';

/** 补充答复 (T32; SD18): what changed since the reply, and the class it leads to. */
export interface SupplementaryReply {
  readonly suggestion: CaseName;
  readonly unit: string;
  readonly deputies: Deputies;
  readonly resultClass: string;
  readonly letterNumber: string;
  readonly why: string;
  readonly text: string;
  readonly promises: readonly Milestone[];
  readonly copies: readonly string[];
  readonly on: string;
}

export function supplementaryReply(facts: SupplementaryReply): OfficialDocument {
  const before = facts.letterNumber === '' ? '我单位已作答复' : `我单位已以${facts.letterNumber}答复`;
  return officialDocument({
    form: 'letter',
    letterhead: facts.unit,
    marks: [`${facts.resultClass}类`],
    title: `对${numbered(facts.suggestion)}的补充答复`,
    salutation: addressed(facts.deputies),
    blocks: [
      paragraph(`您提出的${quoted(facts.suggestion)}，${before}。现情况有变化，补充答复如下：`),
      heading(1, '情况的变化'),
      paragraph(facts.why),
      heading(1, '补充答复'),
      paragraph(facts.text),
      ...milestoneGrid('承诺事项', facts.promises),
    ],
    signature: { bodies: [facts.unit], on: facts.on },
    copies: facts.copies,
  });
}
