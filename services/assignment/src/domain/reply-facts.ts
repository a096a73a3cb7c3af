import { congressOf, displayNumberOf } from '@huiyin/documents/templates/case-name';
import type { ReplyLetter } from '@huiyin/documents/templates/reply-letter';
import type { UnitContact } from '@huiyin/documents/templates/unit-contact';
import { opinionsOf } from './co-opinion.ts';
import type { ReplyDraft } from './reply-draft.ts';
import type { Share } from './share.ts';
import type { SuggestionCase } from './suggestion-case.ts';

interface Around {
  readonly suggestion: SuggestionCase;
  readonly share: Share;
  readonly draft: ReplyDraft;
  readonly unitNames: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly contact: UnitContact;
  readonly tenant: { readonly name: string; readonly deskName: string } | undefined;
}

/** A draft as its letter states it: one section for each demand, in their order, also where nothing is written yet. */
export function replyFacts(around: Around): ReplyLetter {
  const { suggestion, share, draft, tenant } = around;
  const accepted = new Map(opinionsOf(suggestion, 'accepted').map((opinion) => [opinion.id, opinion]));
  const nameOf = (unitId: string): string => around.unitNames.get(unitId) ?? '';
  return {
    suggestion: {
      title: suggestion.title,
      displayNumber: displayNumberOf(suggestion.number),
      congress: congressOf(suggestion.number, tenant?.name ?? ''),
    },
    unit: nameOf(share.unitId),
    resultClass: draft.resultClass,
    disclosure: draft.disclosure,
    letterNumber: '',
    signer: '',
    deputies: suggestion.authorConfidential
      ? { confidential: true }
      : { names: suggestion.owed.map(({ deputyId }) => around.names.get(deputyId) ?? '') },
    round: share.round,
    opening: draft.opening,
    sections: sectionsOf(suggestion.demands, draft.sections),
    evidence: { ...draft.evidence, attachments: draft.evidence.attachments.map(({ name }) => name) },
    promises: draft.promises,
    coOpinions: draft.coOpinions.flatMap(({ opinionId, statement }) => {
      const opinion = accepted.get(opinionId);
      if (opinion === undefined) return [];
      const { unitId, signedBy, signedOn } = opinion;
      return [{ unit: nameOf(unitId), statement, signer: around.names.get(signedBy) ?? '', signedOn }];
    }),
    missingCoOpinions: (draft.missingCoOpinions ?? []).map(({ unitId, reason }) => ({
      unit: nameOf(unitId),
      reason,
    })),
    contact: around.contact,
    copies: tenant === undefined ? [] : copiesTo(share, tenant),
    issuedOn: '',
  };
}

function sectionsOf(demands: readonly string[], sections: ReplyDraft['sections']): ReplyLetter['sections'] {
  const answered = demands.flatMap((demand, index) => {
    const answers = sections.filter(({ demandNumber }) => demandNumber === index + 1);
    return answers.length === 0
      ? [{ demand, answer: '' }]
      : answers.map(({ answer }) => ({ demand, answer }));
  });
  const others = sections.filter(({ demandNumber }) => demands[demandNumber - 1] === undefined);
  return [...answered, ...others.map(({ answer }) => ({ demand: '', answer }))];
}

/** 抄送: the assigner, and the government office for its units (SD22). */
function copiesTo(share: Share, tenant: { readonly name: string; readonly deskName: string }): string[] {
  const office = share.decidingOffice === 'government-office' ? [`${tenant.name}人民政府办公室`] : [];
  return [`${tenant.name}人大常委会${tenant.deskName}`, ...office];
}
