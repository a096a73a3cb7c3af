import { isRecord } from '../../act/kept-shape.ts';
import { choices } from '../../design/words.ts';
import { BLANK } from '../../write/draft-words.ts';
import type { ChosenDeputy, PaperWords } from './paper-words.ts';

/** A form as this browser kept it, or undefined where what was kept is none. */
export function keptPaper(kept: unknown): PaperWords | undefined {
  if (!isRecord(kept)) return undefined;
  const { lead, cosigners, attachments } = kept;
  return {
    formNumber: textOf(kept['formNumber']),
    receivedAt: textOf(kept['receivedAt']),
    signedOn: textOf(kept['signedOn']),
    lead: isDeputy(lead) ? lead : undefined,
    cosigners: Array.isArray(cosigners) ? cosigners.filter(isDeputy) : [],
    title: textOf(kept['title']),
    facts: textOf(kept['facts']),
    demands: textOf(kept['demands']),
    attachments: Array.isArray(attachments) ? attachments.filter(isFile) : [],
    authorConfidential: kept['authorConfidential'] === true,
    publicationConsent: kept['publicationConsent'] !== false,
    wishedContact: choiceOf('wishedContact', kept['wishedContact']) ?? BLANK.wishedContact,
    researchSource: choiceOf('researchSource', kept['researchSource']) ?? BLANK.researchSource,
    affectedArea: textOf(kept['affectedArea']),
    earlierNumbers: textOf(kept['earlierNumbers']),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function choiceOf<Field extends 'wishedContact' | 'researchSource'>(
  field: Field,
  kept: unknown,
): PaperWords[Field] | undefined {
  return choices(field).some(({ value }) => value === kept) ? (kept as PaperWords[Field]) : undefined;
}

function isDeputy(value: unknown): value is ChosenDeputy {
  return isRecord(value) && typeof value['value'] === 'string' && typeof value['label'] === 'string';
}

function isFile(value: unknown): value is PaperWords['attachments'][number] {
  return isRecord(value) && ['attachmentId', 'sha256', 'name'].every((key) => typeof value[key] === 'string');
}
