import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection, reject, type Rejection } from '@huiyin/kernel/rejection';
import type { NewEvent } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import type { CaseFact } from '../domain/fact.ts';
import type { Moment } from '../domain/moment.ts';
import { aroundCase, refuseAct, sightOfCase, type SupervisionAction } from '../domain/rights.ts';
import { refuse } from '../domain/rejections.ts';
import type { References, Watch } from '../domain/watch.ts';
import type { LoadedCase, SupervisionPorts } from './ports.ts';
import { referencesFor } from './references.ts';
import { decide, happenedAt, momentFor, settleCase } from './settle-case.ts';

/** A case at hand for a command. */
export interface CaseAtHand {
  readonly tx: Tx;
  readonly loaded: LoadedCase;
  readonly references: References;
  readonly moment: Moment;
}

/** What a command decided: the thing's id, its event, the facts it adds, and how the thing is kept. */
export interface Decided {
  readonly id: string;
  readonly event: NewEvent;
  /** What follows from it at once. */
  readonly further?: NewEvent;
  readonly facts: readonly CaseFact[];
  /** After the case itself has been written. */
  readonly keep: () => Promise<void>;
}

/**
 * The change of one case by a command: first everything due until now is fired at its own instants, then under the
 * case's lock the right is checked, the decision taken, and the case reviewed with the facts it adds.
 */
export async function changeCase(
  ports: SupervisionPorts,
  ctx: CommandContext,
  change: {
    readonly caseId: string;
    readonly action: SupervisionAction;
    /** The unit the act is about; empty when about none. */
    readonly unitId: string;
    readonly decide: (at: CaseAtHand) => Promise<Decided | Rejection>;
  },
): Promise<CommandResult | Rejection> {
  const { caseId } = change;
  await settleCase(ports, { tenant: ctx.tenant, caseId }, ctx.at);
  return ports.uow.command(ctx, caseId, async (tx, stream) => {
    const refused = await refuseChange(ports, tx, ctx, change);
    if (refused !== undefined) return refused;
    const loaded = await ports.cases.load(tx, ctx.tenant, caseId);
    const moment = momentFor(loaded, ctx.at);
    const references = await referencesFor(ports, tx, {
      tenant: ctx.tenant,
      facts: loaded.file.facts,
      moment,
    });
    if (references === undefined) return notYetKnown();
    const decided = await change.decide({ tx, loaded, references, moment });
    if (isRejection(decided)) return decided;
    const { event, further } = decided;
    const events = further === undefined ? [event] : [event, further];
    await stream.append(...events.map((each) => happenedAt(each, moment)));
    const open = { tx, stream, tenant: ctx.tenant, caseId };
    await decide(ports, open, { file: loaded.file, arriving: [], own: decided.facts, moment });
    await decided.keep();
    return { id: decided.id };
  });
}

async function refuseChange(
  ports: SupervisionPorts,
  tx: Tx,
  ctx: CommandContext,
  change: { caseId: string; action: SupervisionAction; unitId: string },
): Promise<Rejection | undefined> {
  const circle = await ports.cases.circle(tx, ctx.tenant, change.caseId);
  if (circle === undefined) return refuse('clock-not-found');
  const { unitId } = change;
  const unit = unitId === '' ? undefined : await ports.reference.unit(tx, unitId);
  const around = aroundCase(circle, { unitId, decidingOffice: unit?.decidingOffice });
  const refused = refuseAct(ctx, change.action, around);
  if (refused === undefined) return undefined;
  return isRejection(sightOfCase(ctx, circle)) ? refuse('clock-not-found') : refused;
}

/** The watch of an open clock that a unit answers for, or why nothing can be asked of anybody. */
export function openUnitClock(at: CaseAtHand, clockId: string): Watch | Rejection {
  const watch = at.loaded.file.watches.get(clockId);
  if (watch === undefined) return refuse('clock-not-found');
  if (watch.clock.status !== 'open') return refuse('clock-not-open');
  if (watch.unitId === '') return refuse('clock-without-unit');
  return watch;
}

function notYetKnown(): Rejection {
  return reject('not-yet-known', 'fact-not-yet-known', '基础资料尚未同步，请稍后再试', {
    detail: { owner: 'directory', stream: 'calendar' },
  });
}
