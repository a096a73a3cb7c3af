import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandResult, OpenStream } from '@huiyin/kernel/unit-of-work';
import type { CaseFile } from '../domain/case-file.ts';
import type { RulesInForce } from '../domain/clock-fact.ts';
import type { Decision, EvaluationEvent } from '../domain/events.ts';
import { notYetKnown } from '../domain/rejections.ts';
import { settle } from '../domain/settle.ts';
import { refuseAct, type Concern, type EvaluationAction } from '../domain/rights.ts';
import type { EvaluationPorts } from './ports.ts';
import { rulesKept } from './rules-kept.ts';

/** What a decision is made on. */
interface Moment {
  readonly tx: Tx;
  readonly today: LocalDate;
  readonly rules: RulesInForce;
}

export interface CaseChange {
  readonly caseId: string;
  readonly action: EvaluationAction;
  readonly concern: (file: CaseFile) => Concern;
  readonly decide: (file: CaseFile, moment: Moment) => Decision | Promise<Decision>;
  /** What the command answers with; the case when absent. */
  readonly answerId?: (events: readonly EvaluationEvent[]) => string;
}

/** The change of one case: its lock, the right to it, the decision, what follows from it, and the new state. */
export async function changeCase(
  ports: EvaluationPorts,
  ctx: CommandContext,
  change: CaseChange,
): Promise<CommandResult | Rejection> {
  const { caseId } = change;
  return ports.uow.command(ctx, caseId, async (tx, stream) => {
    const stored = await ports.files.load(tx, ctx.tenant, caseId);
    if (stored === undefined) return notYetKnown('assignment', caseId, '没有找到该建议，或交办信息尚未同步');
    const { file } = stored;
    const refused = refuseAct(ctx, change.action, file, change.concern(file));
    if (refused !== undefined) return refused;
    const today = localDateOf(ctx.at);
    const rules = await rulesKept(ports.reference, tx, { file, today });
    if (rules === undefined) return notYetKnown('directory', 'rule-pack', '规则包尚未同步，请稍后再试');
    const decision = await change.decide(file, { tx, today, rules });
    if (isRejection(decision)) return decision;
    const open = { tx, stream, tenant: ctx.tenant };
    await record(ports, open, { before: file, file, events: decision, today, rules });
    return { id: change.answerId?.(decision) ?? caseId };
  });
}

export interface OpenCase {
  readonly tx: Tx;
  readonly stream: OpenStream;
  readonly tenant: string;
}

/** Appends events with what follows from them, and saves the state they lead to. */
export async function record(
  ports: EvaluationPorts,
  open: OpenCase,
  change: {
    /** As stored; undefined for a new file. */
    readonly before: CaseFile | undefined;
    /** With what was learnt, without the events. */
    readonly file: CaseFile;
    readonly events: readonly EvaluationEvent[];
    readonly today: LocalDate;
    readonly rules: RulesInForce;
  },
): Promise<void> {
  const { tx, tenant, stream } = open;
  const { events, file } = settle(change.file, change);
  await stream.append(...events.map((event) => ports.publish(file.caseId, event)));
  await ports.files.save(tx, tenant, { file, version: stream.version + events.length }, change.before);
  for (const event of events) {
    if (event.type !== 'score-fact-kept') continue;
    const { type: _, ...fact } = event;
    await ports.scoreFacts.keep(tx, tenant, { ...fact, caseId: file.caseId, on: change.today });
  }
}
