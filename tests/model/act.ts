import type { Actor } from '@huiyin/kernel/actor';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import {
  decideAssignment,
  type ShareToMake,
} from '../../services/assignment/src/domain/assign-suggestion.ts';
import { decideClassification } from '../../services/assignment/src/domain/classify-suggestion.ts';
import type { Circumstances } from '../../services/assignment/src/domain/clock-fact.ts';
import {
  decideCoOpinion,
  decideCoOpinionAccepted,
  decideCoOpinionSentBack,
  opinionsOf,
} from '../../services/assignment/src/domain/co-opinion.ts';
import {
  decideCoordinationRequest,
  decideCoordinationResult,
} from '../../services/assignment/src/domain/coordinate.ts';
import { decideDelivery } from '../../services/assignment/src/domain/deliver-reply.ts';
import type { Decision } from '../../services/assignment/src/domain/events.ts';
import { decideExtension, decideExtensionRequest } from '../../services/assignment/src/domain/extension.ts';
import { decidePlan } from '../../services/assignment/src/domain/file-plan.ts';
import { decideReply } from '../../services/assignment/src/domain/issue-reply.ts';
import { decideKeyMark } from '../../services/assignment/src/domain/mark-key.ts';
import { decideMovedRules } from '../../services/assignment/src/domain/move-rules.ts';
import { decideReassignment } from '../../services/assignment/src/domain/reassign-share.ts';
import { decideAcknowledgement } from '../../services/assignment/src/domain/receipt.ts';
import { decideContact } from '../../services/assignment/src/domain/record-contact.ts';
import { decideDraft, type ReplyDraft } from '../../services/assignment/src/domain/reply-draft.ts';
import { decideReturn, decideReturnRequest } from '../../services/assignment/src/domain/return-assignment.ts';
import { shareOf, type SuggestionCase } from '../../services/assignment/src/domain/suggestion-case.ts';
import type { Share } from '../../services/assignment/src/domain/share.ts';
import { decideSituationChange } from '../../services/assignment/src/domain/situation-change.ts';
import { opinionHash } from '../../services/assignment/src/domain/text-hash.ts';
import { decideSupplement } from '../../services/assignment/src/domain/supplement-reply.ts';
import type { Command } from './command.ts';
import { decideBeside, decideOnForce } from './act-beside.ts';
import { actInIntake } from './act-in-intake.ts';
import { isIntakeKind } from './command.ts';
import { opinionSaid } from './opinion-said.ts';
import { refuseTry } from './rights.ts';
import { PACKS, type World } from './world.ts';

/** What became of a command: refused with a code, or accepted with the ids it made. */
export type Outcome = { readonly refused: Rejection } | { readonly ids: readonly string[] };

/** Words may be missing: then a command must be refused, or lose nothing by it. */
export interface Words {
  readonly reason: string;
}

/** Somebody tries something, through the same steps as the services' shells. */
export function act(world: World, command: Command, by: Actor, words: Words): Outcome {
  if (isIntakeKind(command.kind)) {
    const refused = actInIntake(world, command, by, words);
    return refused === undefined ? { ids: [] } : { refused };
  }
  const one = world.cases.get(command.about);
  if (one === undefined) throw new Error('commands on cases need one');
  const ids: string[] = [];
  const fresh = (kind: string): string => {
    const id = world.fresh(kind);
    ids.push(id);
    return id;
  };
  const refused =
    refuseTry({ command, one, by }) ??
    world.recordCase(
      command.about,
      by,
      decide({ world, one, fresh, words, under: world.under(one), by }, command),
    );
  return refused === undefined ? { ids } : { refused };
}

export interface Try {
  readonly world: World;
  readonly one: SuggestionCase;
  readonly under: Circumstances;
  readonly words: Words;
  readonly by: Actor;
  readonly fresh: (kind: string) => string;
}

function decide(at: Try, command: Command): Decision | Rejection {
  return command.share === undefined ? decideOnCase(at, command) : decideOnShare(at, command, command.share);
}

const score = (points: number) => ({ points, reason: '按范围、难易、紧急评定' });

function decideOnCase({ world, one, under, words, fresh, by }: Try, command: Command): Decision | Rejection {
  const toMake = (role: ShareToMake['role'], unitId = ''): ShareToMake => ({
    id: fresh('share'),
    role,
    unit: unitNamed(world, unitId),
  });
  const { unit, unit2 } = command;
  const handOver = (...shares: readonly ShareToMake[]): Decision | Rejection =>
    decideAssignment(one, { shares, wishReason: words.reason }, under);
  switch (command.kind) {
    case 'classify':
    case 'propose-key': {
      const hard = command.yes === true ? 3 : 1;
      const scores = { scope: score(1), difficulty: score(hard), urgency: score(1) };
      const why = words.reason || '重新评定';
      const chosen = {
        handlingType: '',
        overrideReason: why,
        keyProposed: command.kind === 'propose-key',
      } as const;
      return decideClassification(one, { scores, expectedUnits: 1, ...chosen }, under);
    }
    case 'assign-lead':
      return handOver(toMake('lead', unit));
    case 'assign-lead-co':
      return handOver(toMake('lead', unit), toMake('co', unit2));
    case 'assign-parallel':
      return handOver(toMake('parallel', unit), toMake('parallel', unit2));
    case 'add-co':
      return handOver(toMake('co', unit));
    case 'close-coordination': {
      const coordinationId = one.coordination.state === 'none' ? '' : one.coordination.id;
      return decideCoordinationResult(
        one,
        { coordinationId, decision: words.reason, responsibleUnitId: unit ?? '' },
        under,
      );
    }
    case 'mark-key':
      return decideKeyMark(
        one,
        { decisionNumber: words.reason, decidedOn: under.today, ...KEY_GROUNDS },
        under,
      );
    case 'move-rules': {
      const toVersion = command.rules ?? '';
      return decideMovedRules(one, { toVersion, pack: PACKS[toVersion], reason: words.reason }, under);
    }
    default:
      return decideOnForce({ one, under, words, fresh, by }, command);
  }
}

function unitNamed(world: World, unitId: string): ShareToMake['unit'] {
  const decidingOffice = unitId === 'u-party' ? 'congress-desk' : 'government-office';
  return { unitId, active: !world.goneUnits.has(unitId), decidingOffice, liaisonUntrained: false };
}

const KEY_GROUNDS = {
  criteria: ['public-concern'],
  proposedBy: 'congress-desk',
  supervisor: { personId: 'council', isOfCouncil: true },
  body: { unitId: 'u-committee', isCommittee: true },
} as const;

const NO_EVIDENCE = {
  attachments: [],
  completedOn: '',
  lackingCondition: '',
  explainedBy: '',
  legalBasis: '',
} as const;
const CLASS_D = { ...NO_EVIDENCE, legalBasis: '道路交通信号灯设置规范第五条' } as const;

function decideOnShare(at: Try, command: Command, assignmentId: string): Decision | Rejection {
  const { world, one, under, words, fresh, by } = at;
  const share = shareOf(one, assignmentId);
  const grounds = words.reason;
  switch (command.kind) {
    case 'acknowledge':
      return decideAcknowledgement(one, assignmentId, under);
    case 'ask-return': {
      const request = {
        assignmentId,
        newId: fresh('return'),
        grounds,
        legalBasis: '三定规定',
        proposedUnit: { unitId: share?.unitId === 'u-1' ? 'u-2' : 'u-1', active: true },
        signedBy: by.personId,
      };
      return decideReturnRequest(one, request, under);
    }
    case 'decide-return': {
      const returnRequestId = share !== undefined && 'request' in share.status ? share.status.request.id : '';
      return decideReturn(one, { returnRequestId, grant: command.yes === true, reason: grounds }, under);
    }
    case 'reassign': {
      const unit = unitNamed(world, command.unit ?? '');
      return decideReassignment(
        one,
        { assignmentId, newAssignmentId: fresh('share'), unit, reason: grounds },
        under,
      );
    }
    case 'ask-coordination':
      return decideCoordinationRequest(
        one,
        { assignmentId, coordinationId: fresh('coordination'), grounds },
        under,
      );
    case 'contact': {
      const words = { form: 'visit', onDate: under.today, summary: grounds, outcome: 'talked' } as const;
      return decideContact(one, { assignmentId, contactId: fresh('contact'), ...words }, under);
    }
    case 'plan':
      return decidePlan(one, { assignmentId, plan: planOf(under, grounds) }, under);
    case 'ask-extension':
      return decideExtensionRequest(one, { assignmentId, extensionId: fresh('extension'), grounds }, under);
    case 'decide-extension': {
      const extensionId = share !== undefined && share.extension.state !== 'none' ? share.extension.id : '';
      return decideExtension(one, { extensionId, grant: command.yes === true, reason: grounds }, under);
    }
    default:
      return decideOnReply(at, command, { assignmentId, share });
  }
}

function planOf(under: Circumstances, solution: string) {
  const leader = { leaderName: '李建国', leaderPost: '局长', leaderRank: 'unit-head' } as const;
  return { ...leader, solution, milestones: [], deadline: under.today };
}

function decideOnReply(
  { one, under, words, fresh, by }: Try,
  command: Command,
  of: { readonly assignmentId: string; readonly share: Share | undefined },
): Decision | Rejection {
  const { assignmentId, share } = of;
  const opinionId = share === undefined || share.coOpinion.state === 'none' ? '' : share.coOpinion.id;
  const replyId = share?.status.name === 'replied' ? share.status.reply.id : '';
  switch (command.kind) {
    case 'give-opinion': {
      const said = opinionSaid(words.reason);
      const signed = { opinionId: fresh('opinion'), signedBy: by.personId, textHash: opinionHash(said) };
      return decideCoOpinion(one, { assignmentId, ...said, ...signed }, under);
    }
    case 'send-opinion-back':
      return decideCoOpinionSentBack(one, { opinionId, reason: words.reason }, under);
    case 'accept-opinion':
      return decideCoOpinionAccepted(one, opinionId);
    case 'draft': {
      const drafted = decideDraft(one, {
        ...{ assignmentId, newReplyId: fresh('reply') },
        files: [],
        filesBefore: [],
      });
      return isRejection(drafted) ? drafted : drafted.events;
    }
    case 'issue': {
      const saved =
        share?.draft.state === 'saved'
          ? { replyId: share.draft.replyId, draft: letter(one), textHash: 'hash' }
          : undefined;
      const signature = {
        textHash: 'hash',
        letterNumber: words.reason,
        signedBy: by.personId,
        promiseIds: [],
      };
      return decideReply(one, { assignmentId, saved, ...signature }, under);
    }
    case 'deliver': {
      const deputyIds = command.deputy === undefined ? [] : [command.deputy];
      return decideDelivery(one, { replyId, deputyIds, method: 'letter', deliveredOn: under.today }, under);
    }
    case 'change': {
      const change = { assignmentId, changeId: fresh('change'), what: words.reason };
      return decideSituationChange(one, { ...change, changedOn: under.today }, under);
    }
    case 'supplement': {
      const change = {
        replyId,
        resultClass: 'D',
        why: words.reason,
        text: '补充说明',
        evidence: CLASS_D,
      } as const;
      return decideSupplement(one, { ...change, promises: [], promiseIds: [] }, under);
    }
    default:
      return decideBeside({ one, under, words, fresh, by }, command, assignmentId);
  }
}

/** A class D letter that answers every demand, states every accepted opinion and says why others are not there. */
function letter(one: SuggestionCase): ReplyDraft {
  return {
    resultClass: 'D',
    opening: '现答复如下:',
    sections: one.demands.map((_, index) => ({ demandNumber: index + 1, answer: '按规范不能增设。' })),
    evidence: CLASS_D,
    promises: [],
    coOpinions: opinionsOf(one, 'accepted').map(({ id }) => ({ opinionId: id, statement: '经协办单位研究' })),
    missingCoOpinions: one.shares.map(({ unitId }) => ({ unitId, reason: '经两次催办仍未出具' })),
    disclosure: 'proactive',
  };
}
