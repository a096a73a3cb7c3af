import { officialDocument, paragraph, type OfficialDocument } from '../document/official-document.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';

/** 协办意见函 (T15), from a co-handler to the lead unit. */
export interface CoOpinionLetter {
  readonly suggestion: CaseName;
  readonly unit: string;
  readonly leadUnit: string;
  readonly opinion: string;
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
    signer: facts.signer,
    title: `关于对${numbered(facts.suggestion)}的协办意见`,
    salutation: facts.leadUnit,
    blocks: [
      paragraph(`${quoted(facts.suggestion)}收悉。${again}现提出协办意见如下：`),
      paragraph(facts.opinion),
    ],
    signature: { bodies: [facts.unit], on: facts.givenOn },
  });
}
