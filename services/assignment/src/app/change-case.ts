import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandResult, OpenStream } from '@huiyin/kernel/unit-of-work';
import type { Circumstances } from '../domain/clock-fact.ts';
import type { AssignmentEvent, Decision } from '../domain/events.ts';
import { evolve } from '../domain/evolve.ts';
import { refuse, type AssignmentRejection } from '../domain/rejections.ts';
import { refuseAct, type AssignmentAction } from '../domain/rights.ts';
import type { SuggestionCase } from '../domain/suggestion-case.ts';
import { caseNotHeardOf, unlessUnregistered } from './case-not-heard-of.ts';
import { circumstancesOf } from './circumstances.ts';
import type { AssignmentPorts } from './ports.ts';

/** What a command does to a case once it is loaded, permitted and decided. */
interface Outcome {
  /** The resource the command acted on or made. */
  readonly id: string;
  readonly label?: string;
  readonly events: Decision;
  /** Keeps texts that events do not carry, in the same transaction. */
  readonly keep?: (tx: Tx) => Promise<void>;
}

export interface Change {
  readonly action: AssignmentAction;
  /** The share by which rights are judged; absent or empty: the case as a whole. */
  readonly share?: (suggestion: SuggestionCase) => string;
  readonly decide: (
    suggestion: SuggestionCase,
    under: Circumstances,
    tx: Tx,
  ) => Outcome | AssignmentRejection | Promise<Outcome | AssignmentRejection>;
}

/** The change of one case: its lock, the right to it, the decision, its facts and its new state. */
export async function changeCase(
  ports: AssignmentPorts,
  ctx: CommandContext,
  change: Change & { readonly suggestionId: string },
): Promise<CommandResult | Rejection> {
  const result = await ports.uow.command(ctx, change.suggestionId, async (tx, stream) => {
    const stored = await ports.cases.load(tx, ctx.tenant, change.suggestionId);
    // A case that intake registered a moment ago may not have been heard of yet.
    if (stored === undefined) return caseNotHeardOf(change.suggestionId);
    const { suggestion } = stored;
    const refused = refuseAct(ctx, change.action, suggestion, change.share?.(suggestion));
    if (refused !== undefined) return refused;
    const under = await circumstancesOf(ports.reference, tx, { suggestion, at: ctx.at });
    if (isRejection(under)) return under;
    const outcome = await change.decide(suggestion, under, tx);
    if (isRejection(outcome)) return outcome;
    await recordFacts(ports, { tx, stream, tenant: ctx.tenant, at: ctx.at }, suggestion, outcome.events);
    await outcome.keep?.(tx);
    return outcome.label === undefined ? { id: outcome.id } : { id: outcome.id, label: outcome.label };
  });
  return unlessUnregistered(result);
}

/** The same for a command that names a part of a case: a share, request, opinion, task force, work package, extension, coordination or reply. */
export async function changePart(
  ports: AssignmentPorts,
  ctx: CommandContext,
  change: Change & { readonly partId: string; readonly unknown: PartUnknown },
): Promise<CommandResult | Rejection> {
  const suggestionId = await ports.uow.read(ctx.tenant, (tx) =>
    ports.cases.caseOfPart(tx, ctx.tenant, change.partId),
  );
  if (suggestionId === undefined) return partUnknown(change.unknown);
  return changeCase(ports, ctx, { ...change, suggestionId });
}

const PART_NAMES = {
  'assignment-unknown': '没有找到该承办件',
  'return-request-unknown': '没有找到该申退',
  'co-opinion-unknown': '没有找到该协办意见',
  'task-force-unknown': '没有找到该专班',
  'work-package-unknown': '没有找到该工作包',
  'extension-unknown': '没有找到该延期申请',
  'coordination-unknown': '没有找到该协调',
  'reply-unknown': '没有找到该答复',
} as const;

export type PartUnknown = keyof typeof PART_NAMES;

export function partUnknown(code: PartUnknown): AssignmentRejection {
  return refuse('not-found', code, PART_NAMES[code]);
}

/** An open stream of one case with the time its facts happen. */
export interface OpenCase {
  readonly tx: Tx;
  readonly stream: OpenStream;
  readonly tenant: string;
  readonly at: Date;
}

/** Appends facts and saves the state they lead to. */
export async function recordFacts(
  ports: Pick<AssignmentPorts, 'publish' | 'cases'>,
  open: OpenCase,
  before: SuggestionCase,
  facts: Decision,
): Promise<SuggestionCase> {
  if (facts.length === 0) return before;
  const { tx, stream, tenant, at } = open;
  const after = facts.reduce(evolve, before);
  await stream.append(...facts.map(ports.publish));
  const version = stream.version + facts.length;
  await ports.cases.save(tx, tenant, { before, after: { suggestion: after, version }, at });
  await ports.cases.keepParts(tx, tenant, after.id, facts.flatMap(partsMade));
  return after;
}

/** The parts of a case that an event names for the first time. */
function partsMade(event: AssignmentEvent): readonly string[] {
  switch (event.type) {
    case 'assignment-made':
      return [event.payload.assignmentId];
    case 'assignment-return-requested':
      return [event.payload.returnRequestId];
    case 'task-force-formed': {
      const { taskForceId, workPackages } = event.payload;
      return [taskForceId, ...workPackages.map(({ packageId }) => packageId)];
    }
    case 'work-package-added':
      return [event.payload.workPackage.packageId];
    case 'co-opinion-given':
      return [event.payload.opinionId];
    case 'extension-requested':
      return [event.payload.extensionId];
    case 'coordination-requested':
      return [event.payload.coordinationId];
    case 'reply-drafted':
      return [event.payload.replyId];
    default:
      return [];
  }
}
