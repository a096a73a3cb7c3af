import type { Actor } from '@huiyin/kernel/actor';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import {
  confirmCosignature,
  inviteCosigners,
  removeCosigner,
} from '../../services/intake/src/domain/cosigning.ts';
import { convertMotion } from '../../services/intake/src/domain/converting.ts';
import { confirmDeclineNotice, declineSuggestion } from '../../services/intake/src/domain/declining.ts';
import { draftSuggestion, editDraft } from '../../services/intake/src/domain/drafting.ts';
import type { Decision } from '../../services/intake/src/domain/events.ts';
import { refuseOutOfOffice } from '../../services/intake/src/domain/mandate.ts';
import { mergeSuggestion } from '../../services/intake/src/domain/merging.ts';
import { answerPreReview, requestPreReview } from '../../services/intake/src/domain/pre-review.ts';
import { registerSuggestion, returnForCorrection } from '../../services/intake/src/domain/registering.ts';
import { refuseAct, refuseInGeneral, type IntakeAction } from '../../services/intake/src/domain/rights.ts';
import { submitSuggestion } from '../../services/intake/src/domain/submitting.ts';
import { isDrafting, type Suggestion } from '../../services/intake/src/domain/suggestion.ts';
import { takeInPaper } from '../../services/intake/src/domain/taking-in.ts';
import { takeLead } from '../../services/intake/src/domain/taking-lead.ts';
import { withdrawSuggestion } from '../../services/intake/src/domain/withdrawing.ts';
import { PAPER_COSIGNER, type Command } from './command.ts';
import { SESSION_CLOSES_ON, type World } from './world.ts';

const TENANT = 'donghu';

const BETWEEN_SESSIONS = { kind: 'between-sessions', congressTerm: 19 } as const;
const IN_SESSION = {
  ...({ kind: 'in-session', congressSessionId: 'session-5', congressTerm: 19, congressSession: 5 } as const),
  closesOn: SESSION_CLOSES_ON,
};

/** The text of a suggestion; each edit makes other words. */
function text(edition: string) {
  return {
    title: '关于在文澜路小学门前增设过街设施的建议',
    facts: `门前早晚高峰车流量每小时约1200辆,最近的斑马线在300米以外。${edition}`,
    demands: ['增设信号控制的人行横道', '上下学时段安排警力疏导'],
    subType: 'suggestion',
    authorConfidential: false,
    publicationConsent: true,
    wishedUnitIds: ['u-2'],
    wishedContact: 'face-to-face',
    researchSource: 'visit',
    affectedArea: '文澜街道',
    earlierNumbers: ['第67号'],
    attachments: [],
  } as const;
}

/** A draft on its lead deputy's desk. */
export function draft(
  world: World,
  suggestionId: string,
  leadDeputyId: string,
  kind: 'suggestion' | 'motion' = 'suggestion',
): void {
  const who = { suggestionId, kind, leadDeputyId, enteredBy: leadDeputyId };
  world.recordIntake(suggestionId, leadDeputyId, draftSuggestion({ ...who, text: text('') }));
}

/** A command on a suggestion before 交办, through the same steps as intake's shell. Undefined: accepted. */
export function actInIntake(
  world: World,
  command: Command,
  by: Actor,
  words: { readonly reason: string },
): Rejection | undefined {
  if (command.kind === 'take-in') return takeIn(world, command, by);
  const suggestion = world.suggestions.get(command.about);
  if (suggestion === undefined) throw new Error(`no suggestion ${command.about}`);
  const refused = refuseAct({ tenant: TENANT, actor: by }, actionOf(command, suggestion), suggestion);
  if (refused !== undefined) return refused;
  if (command.kind === 'merge') return merge(world, command, by, words);
  return world.recordIntake(command.about, by, decide({ world, suggestion, by, words }, command));
}

function actionOf({ kind }: Command, suggestion: Suggestion): IntakeAction {
  switch (kind) {
    case 'invite':
    case 'remove':
      return 'intake.invite-cosigner';
    case 'confirm':
      return 'intake.confirm-cosignature';
    case 'ask-pre-review':
      return 'intake.request-pre-review';
    case 'answer-pre-review':
      return 'intake.answer-pre-review';
    case 'submit':
      return 'intake.submit';
    case 'register':
      return 'intake.register';
    case 'return':
      return 'intake.return';
    case 'decline':
      return 'intake.decline';
    case 'confirm-notice':
      return 'intake.confirm-decline-notice';
    case 'convert':
      return 'intake.convert';
    case 'merge':
      return 'intake.merge';
    case 'take-lead':
      return 'intake.take-lead';
    case 'withdraw':
      return isDrafting(suggestion) ? 'intake.edit' : 'intake.withdraw';
    default:
      return 'intake.edit';
  }
}

interface Try {
  readonly world: World;
  readonly suggestion: Suggestion;
  readonly by: Actor;
  readonly words: { readonly reason: string };
}

function decide({ world, suggestion, by, words }: Try, command: Command): Decision {
  const on = world.today;
  const rules = world.rules(suggestion.status === 'registered' ? suggestion.rulePackVersion : undefined);
  const deputyId = command.deputy ?? '';
  const leadMemberships = world.memberships(suggestion.leadDeputyId);
  switch (command.kind) {
    case 'invite':
      return (
        refuseOutOfOffice(deputyId, world.memberships(deputyId)) ??
        inviteCosigners(suggestion, { deputyIds: [deputyId] })
      );
    case 'confirm': {
      const { personId } = by;
      const signature = { deputyId: personId, textHash: suggestion.textHash, on };
      return (
        refuseOutOfOffice(personId, world.memberships(personId)) ?? confirmCosignature(suggestion, signature)
      );
    }
    case 'remove':
      return removeCosigner(suggestion, { deputyId, cause: 'by-lead' });
    case 'edit':
      return editDraft(suggestion, { text: text(world.fresh('edition')) });
    case 'ask-pre-review':
      return requestPreReview(suggestion, { at: new Date(`${on}T01:00:00Z`), inSession: false, rules });
    case 'answer-pre-review': {
      const marks = { substance: 'good', reasoning: 'good', feasibility: 'improve' } as const;
      const advice = {
        reviewerId: by.personId,
        answeredOn: on,
        ...marks,
        advice: words.reason,
        comments: [],
      };
      return answerPreReview(suggestion, { advice });
    }
    case 'submit':
      return submitSuggestion(suggestion, {
        on,
        period: command.about === 's-1' ? IN_SESSION : BETWEEN_SESSIONS,
        leadMemberships,
        rules,
      });
    case 'register':
      return registerSuggestion(suggestion, {
        on,
        category: '城建环保',
        area: '990101',
        n: 1,
        overseerIds: [],
        oneMatterReason: command.yes === true ? words.reason : '',
        leadMemberships,
        rules,
      });
    case 'take-lead': {
      const byDesk = !by.roles.includes('deputy');
      const taker = byDesk ? deputyId : by.personId;
      return takeLead(suggestion, {
        ...{ deputyId: taker, byDesk, reason: words.reason, on, leadMemberships },
        takerMemberships: world.memberships(taker),
      });
    }
    case 'return':
      return returnForCorrection(suggestion, { explanation: words.reason, matters: mattersOf(command), on });
    case 'confirm-notice':
      return confirmDeclineNotice(suggestion, { on, toldHow: words.reason });
    case 'convert': {
      const decided = { motionNumber: '议案3', decisionNumber: words.reason, decidedOn: on };
      return convertMotion(suggestion, { ...decided, on, rules });
    }
    case 'decline':
      return declineSuggestion(suggestion, {
        on,
        ground: 'no-content',
        explanation: words.reason,
        deputyHeardOn: on,
        rules,
      });
    default:
      return withdrawSuggestion(suggestion, { deputyId: by.personId, reason: words.reason, on, rules });
  }
}

/** 一事一议: what the desk finds in one text, where it finds more than one matter. */
function mattersOf({ yes }: Command): readonly string[] {
  return yes === true ? ['过街设施', '警力疏导'] : [];
}

/** 代为录入: what the deputies did with a pen, typed by an office. */
function takeIn(world: World, command: Command, by: Actor): Rejection | undefined {
  const { about: suggestionId, deputy: leadDeputyId = '', yes: inSession } = command;
  const refused = refuseInGeneral({ tenant: TENANT, actor: by }, 'intake.take-in-paper', [
    ...(inSession === true ? (['in-session'] as const) : []),
  ]);
  if (refused !== undefined) return refused;
  const receivedAt = new Date(`${world.today}T01:00:00Z`);
  const signed = { leadDeputyId, cosignerIds: [PAPER_COSIGNER], signedOn: world.today, receivedAt };
  const memberships = new Map([leadDeputyId, PAPER_COSIGNER].map((id) => [id, world.memberships(id)]));
  const decision = takeInPaper({
    ...{ suggestionId, formNumber: '纸-1', enteredBy: by.personId, text: text('') },
    ...{ ...signed, at: receivedAt, memberships, rules: world.rules(undefined) },
    period: inSession === true ? IN_SESSION : BETWEEN_SESSIONS,
  });
  return world.recordIntake(suggestionId, by, decision);
}

/** Both suggestions in one transaction. */
function merge(
  world: World,
  command: Command,
  by: Actor,
  words: { readonly reason: string },
): Rejection | undefined {
  const [child, parent] = [world.suggestions.get(command.about), world.suggestions.get(command.deputy ?? '')];
  if (child === undefined || parent === undefined) throw new Error('two suggestions are merged');
  const decision = mergeSuggestion(child, parent, {
    on: world.today,
    reason: words.reason,
    competence: '区交通运输局',
  });
  if (isRejection(decision)) return decision;
  world.recordIntake(child.suggestionId, by, decision.child);
  world.recordIntake(parent.suggestionId, by, decision.parent);
  return undefined;
}
