import type { CaseFile } from './case-file.ts';
import { leadOf, shareOf } from './case-file.ts';
import { evaluationIdOf, isOpen, type Awaited } from './evaluation.ts';
import type { Fact } from './facts.ts';
import type { LookBack, Reply } from './reply.ts';
import type { Share } from './share.ts';

type Of<Type extends Fact['type']> = Extract<Fact, { type: Type }>;

/** The file after another service's fact. */
export function learn(file: CaseFile, fact: Fact): CaseFile {
  switch (fact.type) {
    case 'assignment-made':
      return {
        ...file,
        ...{ rulePackVersion: fact.rulePackVersion, number: fact.number, title: fact.title },
        shares: [...withStanding(file, fact.replaces, 'left'), shareMade(fact)],
      };
    case 'assignment-succeeded':
      return succeeded({ ...file, shares: withStanding(file, fact.ended, 'left') }, fact);
    case 'confidant-named':
      return { ...file, shares: file.shares.map((share) => withConfidant(share, fact)) };
    case 'rules-moved':
      return { ...file, rulePackVersion: fact.version };
    case 'share-handed-back':
      return { ...file, shares: withStanding(file, fact.assignmentId, 'handed-back') };
    case 'suggestion-absorbed':
      return { ...file, absorbed: [...file.absorbed, ...fact.deputies] };
    case 'lead-passed':
      return underLead(file, fact.leadDeputyId);
    case 'reply-issued': {
      const { type: _, ...reply } = fact;
      return { ...file, replies: [...file.replies, reply] };
    }
    case 'reply-delivered':
      return withEvaluation(file, fact);
    case 'reply-supplemented':
      return { ...file, replies: file.replies.map((reply) => supplemented(reply, fact)) };
    case 'case-ended':
      return ended(file);
    case 'look-back-required':
    case 'look-back-waived':
    case 'look-back-superseded':
    case 'look-back-judged':
      return withLookBack(file, fact);
    case 'joint-study-held': {
      const { assignmentId, heldOn } = fact;
      return { ...file, jointStudies: [...file.jointStudies, { assignmentId, heldOn }] };
    }
    case 'feedback-term-missed': {
      const { type: _, ...missed } = fact;
      return { ...file, missedTerms: [...file.missedTerms, missed] };
    }
  }
}

function shareMade(fact: Of<'assignment-made'>): Share {
  const { assignmentId, unitId, role, decidingOffice, owed, sourceEventId } = fact;
  const { authorConfidential, overseerIds } = fact;
  return {
    ...{ assignmentId, unitId, role, decidingOffice, owed, authorConfidential, overseerIds },
    standing: 'active',
    training: fact.liaisonUntrained
      ? { state: 'missing', sourceEventId, kept: false }
      : { state: 'sufficient' },
    course: { phase: 'handling', round: 1 },
  };
}

/** Assignment's facts about one case arrive in order; a share nobody made is a broken event. */
function withStanding(file: CaseFile, assignmentId: string, standing: Share['standing']): readonly Share[] {
  if (assignmentId === '') return file.shares;
  if (shareOf(file, assignmentId) === undefined)
    throw new Error(`case ${file.caseId} has no share ${assignmentId}`);
  return file.shares.map((share) => (share.assignmentId === assignmentId ? { ...share, standing } : share));
}

function withConfidant(share: Share, { assignmentId, personId, unitId }: Of<'confidant-named'>): Share {
  return share.assignmentId === assignmentId ? { ...share, confidant: { personId, unitId } } : share;
}

/** What is still owed passes to the new unit; what was promised kept, judged or accepted stays with the old one. */
function succeeded(file: CaseFile, fact: Of<'assignment-succeeded'>): CaseFile {
  const { assignmentId, unitId, decidingOffice } = fact;
  const isOf = (of: { readonly assignmentId: string }): boolean => of.assignmentId === assignmentId;
  return {
    ...file,
    shares: file.shares.map((share) => (isOf(share) ? { ...share, unitId, decidingOffice } : share)),
    promises: file.promises.map((promise) =>
      isOf(promise) && promise.status === 'open' ? { ...promise, unitId } : promise,
    ),
    rectifications: file.rectifications.map((rectification) =>
      isOf(rectification) && rectification.status !== 'accepted'
        ? { ...rectification, unitId }
        : rectification,
    ),
  };
}

/** Only the lead deputy of a signed suggestion evaluates; a delivery told twice asks once. */
function withEvaluation(file: CaseFile, fact: Of<'reply-delivered'>): CaseFile {
  const { assignmentId, replyId, round, deputy, deliveredOn, clockSubject } = fact;
  if (!deputy.isLead) return file;
  const key = { assignmentId, signedSuggestionId: deputy.suggestionId, round };
  const evaluationId = evaluationIdOf(file.caseId, key);
  if (file.evaluations.some((evaluation) => evaluation.evaluationId === evaluationId)) return file;
  const awaited: Awaited = {
    status: 'awaited',
    ...key,
    ...{ evaluationId, replyId, deliveredOn, clockSubject },
    deputyId: leadOf(file, deputy.suggestionId) ?? deputy.deputyId,
    cosignerOpinions: [],
  };
  return { ...file, evaluations: [...file.evaluations, awaited] };
}

/** What is still to be said is the new lead's to say; what the former one has said stays his. */
function underLead(file: CaseFile, leadDeputyId: string): CaseFile {
  return {
    ...file,
    leadDeputyId,
    evaluations: file.evaluations.map((evaluation) =>
      isOpen(evaluation) && evaluation.signedSuggestionId === file.caseId
        ? { ...evaluation, deputyId: leadDeputyId }
        : evaluation,
    ),
  };
}

/** 补充答复: the only way a class changes; its promises are added to those made before. */
function supplemented(reply: Reply, fact: Of<'reply-supplemented'>): Reply {
  if (reply.replyId !== fact.replyId) return reply;
  const known = new Set(reply.promises.map((promise) => promise.promiseId));
  const more = fact.promises.filter((promise) => !known.has(promise.promiseId));
  return { ...reply, resultClass: fact.resultClass, promises: [...reply.promises, ...more] };
}

function ended(file: CaseFile): CaseFile {
  return {
    ...file,
    standing: { phase: 'ended' },
    evaluations: file.evaluations.map((evaluation) => {
      if (!isOpen(evaluation)) return evaluation;
      if (evaluation.status === 'awaited') return { ...evaluation, status: 'void' };
      const { overdueSince: _, ...asked } = evaluation;
      return { ...asked, status: 'void' };
    }),
  };
}

function withLookBack(
  file: CaseFile,
  fact: Of<'look-back-required' | 'look-back-waived' | 'look-back-superseded' | 'look-back-judged'>,
): CaseFile {
  const others = file.lookBacks.filter((lookBack) => lookBack.replyId !== fact.replyId);
  return { ...file, lookBacks: [...others, lookBackOf(fact)] };
}

function lookBackOf(fact: Parameters<typeof withLookBack>[1]): LookBack {
  const { replyId } = fact;
  switch (fact.type) {
    case 'look-back-required':
      return { replyId, status: 'required' };
    case 'look-back-waived':
      return { replyId, status: 'waived' };
    case 'look-back-superseded':
      return { replyId, status: 'superseded' };
    case 'look-back-judged': {
      const { assignmentId, verdict, gaps } = fact;
      return { replyId, status: 'judged', assignmentId, verdict, gaps };
    }
  }
}
