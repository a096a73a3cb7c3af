import {
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';

/** 申退函 (T11): why the unit is not the right one, by which rule, and who would be. */
export interface ReturnRequest {
  readonly suggestion: CaseName;
  readonly unit: string;
  readonly office: string;
  readonly grounds: string;
  readonly legalBasis: string;
  readonly proposedUnit: string;
  /** Name of the head who signed; '' on a request made before it was kept. */
  readonly signer: string;
  readonly requestedOn: string;
}

export function returnRequest(facts: ReturnRequest): OfficialDocument {
  return officialDocument({
    form: 'letter',
    letterhead: facts.unit,
    signer: facts.signer,
    title: `关于申请退办${numbered(facts.suggestion)}的函`,
    salutation: facts.office,
    blocks: [
      paragraph(`交我单位办理的${quoted(facts.suggestion)}，经研究不属于我单位职责范围，现申请退办。`),
      heading(1, '申退理由'),
      paragraph(facts.grounds),
      heading(1, '职责依据'),
      paragraph(facts.legalBasis),
      ...(facts.proposedUnit === ''
        ? []
        : [heading(1, '建议承办单位'), paragraph(`建议由${facts.proposedUnit}办理。`)]),
    ],
    signature: { bodies: [facts.unit], on: facts.requestedOn },
  });
}
