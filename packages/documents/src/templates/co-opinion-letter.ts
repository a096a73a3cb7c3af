import {
  heading,
  officialDocument,
  paragraph,
  type Block,
  type OfficialDocument,
} from '../document/official-document.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';
import { milestoneGrid, type Milestone } from './milestones.ts';

/** 协办意见函 (T15; domain §4.6), from a co-handler to the lead unit: facts, opinion, commitments, class. */
export interface CoOpinionLetter {
  readonly suggestion: CaseName;
  readonly unit: string;
  readonly leadUnit: string;
  /** '' on one given before it had parts: then the letter is the opinion alone. */
  readonly facts: string;
  readonly opinion: string;
  readonly commitments: readonly Milestone[];
  /** Of the unit's own part; '' on one given before it had parts. */
  readonly resultClass: string;
  readonly attempt: number;
  readonly givenOn: string;
  /** Name of the head who signed; '' on one given before opinions were signed. */
  readonly signer: string;
}

export function coOpinionLetter(facts: CoOpinionLetter): OfficialDocument {
  const again = facts.attempt > 1 ? '经重新研究，' : '经研究，';
  return officialDocument({
    form: 'letter',
    letterhead: facts.unit,
    marks: facts.resultClass === '' ? [] : [`${facts.resultClass}类`],
    signer: facts.signer,
    title: `关于对${numbered(facts.suggestion)}的协办意见`,
    salutation: facts.leadUnit,
    blocks: [paragraph(`${quoted(facts.suggestion)}收悉。${again}现提出协办意见如下：`), ...parts(facts)],
    signature: { bodies: [facts.unit], on: facts.givenOn },
  });
}

function parts({ facts, opinion, commitments }: CoOpinionLetter): readonly Block[] {
  if (facts === '') return [paragraph(opinion)];
  return [
    ...[heading(1, '有关情况'), paragraph(facts)],
    ...[heading(1, '办理意见'), paragraph(opinion)],
    ...milestoneGrid('承诺事项', commitments),
  ];
}
