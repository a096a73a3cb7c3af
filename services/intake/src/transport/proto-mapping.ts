import type { PageRequest } from '@huiyin/contracts/gen/common/v1/common';
import type {
  AnswerPreReviewRequest,
  PaperForm as ProtoPaperForm,
  SuggestionSummary,
  SuggestionText as ProtoText,
  Suggestion as ProtoSuggestion,
  WritingAdvice as ProtoAdvice,
} from '@huiyin/contracts/gen/intake/v1/service';
import { localDate, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { SuggestionView } from '../app/get-suggestion.ts';
import type { Page, Summary } from '../app/ports.ts';
import { malformed } from '../domain/rejections.ts';
import {
  cosignersOf,
  DECLINE_GROUNDS,
  isDrafting,
  numberedOf,
  type DeclineGround,
  type Suggestion,
  type Verdict,
} from '../domain/suggestion.ts';
import type { PaperForm } from '../domain/taking-in.ts';
import type { WritingAdvice } from '../domain/writing-advice.ts';
import type { SuggestionText } from '../domain/text.ts';

const SUB_TYPES = ['suggestion', 'criticism', 'opinion'] as const;
const CONTACTS = ['face-to-face', 'phone', 'letter'] as const;
const SOURCES = ['inspection', 'research', 'visit', 'station', 'other'] as const;
const KINDS = ['suggestion', 'motion'] as const;
const VERDICTS = ['good', 'improve'] as const;

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;

/** Decodes a text; an absent one is empty, a word outside its list is refused with its field. */
export function textFrom(proto: ProtoText | undefined): SuggestionText | Rejection {
  const subType = oneOf(SUB_TYPES, proto?.subType || 'suggestion');
  if (subType === undefined) return malformed('subType');
  const wishedContact = oneOf(CONTACTS, proto?.wishedContact || 'face-to-face');
  if (wishedContact === undefined) return malformed('wishedContact');
  const researchSource = oneOf(SOURCES, proto?.researchSource || 'other');
  if (researchSource === undefined) return malformed('researchSource');
  return {
    title: proto?.title ?? '',
    facts: proto?.facts ?? '',
    demands: proto?.demands ?? [],
    authorConfidential: proto?.authorConfidential ?? false,
    publicationConsent: proto?.publicationConsent ?? false,
    wishedUnitIds: proto?.wishedUnitIds ?? [],
    affectedArea: proto?.affectedArea ?? '',
    earlierNumbers: proto?.earlierNumbers ?? [],
    attachments: proto?.attachments ?? [],
    ...{ subType, wishedContact, researchSource },
  };
}

/** Signed paper forms; the first that cannot be read refuses the call. */
export function paperFormsFrom(
  protos: readonly ProtoPaperForm[],
  now: Date,
): readonly PaperForm[] | Rejection {
  const forms: PaperForm[] = [];
  for (const proto of protos) {
    const form = paperFormFrom(proto, now);
    if (isRejection(form)) return form;
    forms.push(form);
  }
  return forms;
}

function paperFormFrom(proto: ProtoPaperForm, now: Date): PaperForm | Rejection {
  const text = textFrom(proto.text);
  if (isRejection(text)) return text;
  const signedOn = dayFrom(proto.signedOn, 'signedOn');
  if (isRejection(signedOn)) return signedOn;
  const { formNumber, leadDeputyId, cosignerIds } = proto;
  if (formNumber === '') return malformed('formNumber');
  const receivedAt = proto.receivedAt === '' ? now : new Date(proto.receivedAt);
  if (Number.isNaN(receivedAt.getTime())) return malformed('receivedAt');
  return { formNumber, leadDeputyId, cosignerIds, signedOn, receivedAt, text };
}

/** 议案 or 建议; empty means suggestion. */
export function kindFrom(kind: string): 'suggestion' | 'motion' | Rejection {
  return oneOf(KINDS, kind || 'suggestion') ?? malformed('kind');
}

/** A ground of the closed list. */
export function groundFrom(ground: string): DeclineGround | Rejection {
  return oneOf(DECLINE_GROUNDS, ground) ?? malformed('ground');
}

/** A day, or a refusal that names its field. */
export function dayFrom(day: string, field: string): LocalDate | Rejection {
  try {
    return localDate(day);
  } catch {
    return malformed(field);
  }
}

/** The three verdicts of a pre-review. */
export function verdictsFrom(
  request: AnswerPreReviewRequest,
): { substance: Verdict; reasoning: Verdict; feasibility: Verdict } | Rejection {
  const substance = oneOf(VERDICTS, request.substance);
  if (substance === undefined) return malformed('substance');
  const reasoning = oneOf(VERDICTS, request.reasoning);
  if (reasoning === undefined) return malformed('reasoning');
  const feasibility = oneOf(VERDICTS, request.feasibility);
  if (feasibility === undefined) return malformed('feasibility');
  return { substance, reasoning, feasibility };
}

/** The page asked for, bounded. */
export function pageFrom(page: PageRequest | undefined): Page {
  const limit = page?.limit ?? 0;
  return { limit: limit <= 0 ? DEFAULT_PAGE : Math.min(limit, MAX_PAGE), cursor: page?.cursor ?? '' };
}

/** A list row. Lists are the deputies' own and the desks', who may know every author. */
export function summaryTo(summary: Summary): SuggestionSummary {
  return { ...summary, version: BigInt(summary.version) };
}

/** A suggestion as one reader may see it. */
export function suggestionTo(view: SuggestionView): ProtoSuggestion {
  const { suggestion, version, textHash, authorKnown } = view;
  return {
    suggestionId: suggestion.suggestionId,
    version: BigInt(version),
    status: suggestion.status,
    kind: suggestion.kind,
    text: textTo(view.text),
    textHash,
    textVersion: suggestion.textVersion,
    leadDeputyId: authorKnown ? suggestion.leadDeputyId : '',
    cosigners: authorKnown ? cosignersTo(suggestion) : [],
    authorMasked: !authorKnown,
    preReviews: view.preReviews.map((advice) => ({
      ...advice,
      comments: advice.comments.map((comment) => ({ ...comment })),
    })),
    writingAdvice: view.writingAdvice.map(adviceTo),
    ...submissionTo(suggestion),
    ...registrationTo(suggestion),
    ...endingTo(suggestion),
    ...withdrawalTo(suggestion, authorKnown),
    ...conversionTo(suggestion),
  };
}

/** One advice of writing help. */
export function adviceTo({ ground, passage, ...advice }: WritingAdvice): ProtoAdvice {
  return { ...advice, ground: ground ?? '', passage: passage && { ...passage } };
}

function textTo(text: SuggestionText): ProtoText {
  return {
    ...text,
    demands: [...text.demands],
    wishedUnitIds: [...text.wishedUnitIds],
    earlierNumbers: [...text.earlierNumbers],
    attachments: text.attachments.map((file) => ({ ...file })),
  };
}

function cosignersTo(suggestion: Suggestion): ProtoSuggestion['cosigners'] {
  if (isDrafting(suggestion))
    return cosignersOf(suggestion).map(({ deputyId, answer }) => ({ deputyId, answer }));
  return suggestion.cosignerIds.map((deputyId) => ({ deputyId, answer: 'confirmed' }));
}

function submissionTo(
  suggestion: Suggestion,
): Pick<ProtoSuggestion, 'period' | 'congressSessionId' | 'submittedOn'> {
  if (!('submittedOn' in suggestion)) return { period: '', congressSessionId: '', submittedOn: '' };
  const { period, submittedOn } = suggestion;
  const congressSessionId = period.kind === 'in-session' ? period.congressSessionId : '';
  return { period: period.kind, congressSessionId, submittedOn };
}

function registrationTo(
  suggestion: Suggestion,
): Pick<ProtoSuggestion, 'number' | 'displayNumber' | 'category' | 'registeredOn' | 'childIds'> {
  const numbered = numberedOf(suggestion);
  const registered = 'registeredOn' in suggestion ? suggestion : undefined;
  return {
    number: numbered.given ? numbered.number : '',
    displayNumber: numbered.given ? numbered.displayNumber : '',
    category: registered?.category ?? '',
    registeredOn: registered?.registeredOn ?? '',
    childIds:
      suggestion.status === 'registered' ? suggestion.children.map((child) => child.suggestionId) : [],
  };
}

function endingTo(suggestion: Suggestion): Pick<ProtoSuggestion, 'explanation' | 'ground' | 'parentId'> {
  return {
    explanation: 'explanation' in suggestion ? suggestion.explanation : '',
    ground: suggestion.status === 'declined' ? suggestion.ground : '',
    parentId: suggestion.status === 'merged' ? suggestion.parentId : '',
  };
}

function withdrawalTo(
  suggestion: Suggestion,
  authorKnown: boolean,
): Pick<ProtoSuggestion, 'withdrawal' | 'withdrawalSignedBy'> {
  if (!('withdrawal' in suggestion) || suggestion.withdrawal.phase === 'none') {
    return { withdrawal: 'none', withdrawalSignedBy: [] };
  }
  const { phase, signedBy } = suggestion.withdrawal;
  return { withdrawal: phase, withdrawalSignedBy: authorKnown ? [...signedBy] : [] };
}

function conversionTo(suggestion: Suggestion): Pick<ProtoSuggestion, 'motionNumber' | 'decisionNumber'> {
  if (!('conversion' in suggestion) || suggestion.conversion.state !== 'decided') {
    return { motionNumber: '', decisionNumber: '' };
  }
  const { motionNumber, decisionNumber } = suggestion.conversion;
  return { motionNumber, decisionNumber };
}

function oneOf<Word extends string>(words: readonly Word[], word: string): Word | undefined {
  return words.find((candidate) => candidate === word);
}
