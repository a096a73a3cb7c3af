import { readFileSync } from 'node:fs';
import { addDays, localDate, type LocalDate } from '@huiyin/kernel/local-date';
import { accountableParties } from '../../services/assignment/src/domain/accountable-party.ts';
import { replyDueOn } from '../../services/assignment/src/domain/extension.ts';
import { isAsked } from '../../services/assignment/src/domain/feedback.ts';
import { isActive, owesReply } from '../../services/assignment/src/domain/share.ts';
import { owedKey, type SuggestionCase } from '../../services/assignment/src/domain/suggestion-case.ts';
import { isDrafting } from '../../services/intake/src/domain/suggestion.ts';
import type { Life } from './life.ts';
import { accountable, isWithUnit, type Model, type ModelCase } from './model.ts';
import { CALENDAR, type World } from './world.ts';

/** The states that were looked at last: frozen, so what is the same object needs no second look. */
export type Looked = Map<string, readonly unknown[]>;

/** What domain.md §2.10 and decisions 2 demand of every instant. Answers what is broken; nothing when all holds. */
export function broken(
  { world, model, refusals }: Life,
  at: { readonly looked: Looked },
): string | undefined {
  for (const [about, suggestion] of world.suggestions) {
    const one = world.cases.get(about);
    const [seen, seenCase] = at.looked.get(about) ?? [];
    if (seen === suggestion && seenCase === one) continue;
    at.looked.set(about, [suggestion, one]);
    const twin = model.cases.get(about);
    const found = brokenInOwnership(world, model, about) ?? brokenInCase(world, { one, twin });
    if (found !== undefined) return `${about}: ${found}`;
  }
  const strange = refusals.slice(-1).find((code) => !KNOWN_CODES.has(code));
  return strange === undefined ? undefined : `refused with an unknown code ${strange}`;
}

function brokenInCase(
  world: World,
  of: {
    readonly one: SuggestionCase | undefined;
    readonly twin: ModelCase | undefined;
  },
): string | undefined {
  const { one, twin } = of;
  if (one === undefined) return undefined;
  if (twin === undefined) return 'assignment has a case the model has not';
  return (
    brokenInShares(one, twin) ??
    brokenInSupplements(one, twin) ??
    brokenInForce(one, twin) ??
    brokenInSelection(one, twin) ??
    brokenInDates(world, one)
  );
}

/** Exactly one accountable party at every instant; one for each parallel handler; none once it is over. */
function brokenInOwnership(world: World, model: Model, about: string): string | undefined {
  const expected = accountable(model, about);
  const found = owners(world, about);
  if (found.join() !== expected.join())
    return `accountable is ${found.join() || 'nobody'}, not ${expected.join()}`;
  const one = world.cases.get(about);
  const over = ['declined', 'withdrawn'].includes(world.suggestions.get(about)?.status ?? '');
  const ended = one?.phase.name === 'ended' || one?.phase.name === 'closed';
  const parallel =
    one?.shares.some((share) => share.role === 'parallel') === true && one.phase.name === 'handling';
  if (over || ended) return undefined;
  if (parallel ? found.length >= 1 : found.length === 1) return undefined;
  return `${found.length} accountable parties`;
}

function owners(world: World, about: string): readonly string[] {
  const suggestion = world.suggestions.get(about);
  if (suggestion === undefined) return [];
  if (isDrafting(suggestion)) return [suggestion.leadDeputyId];
  if (suggestion.status === 'submitted') return ['desk'];
  if (suggestion.status === 'merged') return ['parent'];
  if (suggestion.status !== 'registered') return [];
  const one = world.cases.get(about);
  if (one === undefined) return ['desk'];
  return accountableParties(one).map((party) => (party.kind === 'unit' ? party.unitId : party.kind));
}

/** Nos. 1 and 2: one lead; parallel units once each; every deputy one reply a share and round. */
function brokenInShares(one: SuggestionCase, twin: ModelCase): string | undefined {
  const leads = one.shares.filter(
    ({ role, status }) => role === 'lead' && status.name !== 'replaced' && status.name !== 'ended',
  );
  const parallel = one.shares.some(({ role }) => role === 'parallel');
  if (one.phase.name === 'handling' && leads.length !== (parallel ? 0 : 1)) return `${leads.length} leads`;
  const units = one.shares.filter(isActive).map(({ unitId }) => unitId);
  if (new Set(units).size !== units.length) return 'one unit holds two shares';
  const owed = one.owed.map(({ suggestionId, deputyId }) => `${suggestionId}:${deputyId}`);
  if (owed.length !== twin.owed.size || !owed.every((key) => twin.owed.has(key)))
    return `owed to ${owed.join()}`;
  const leading = one.owed.filter((each) => each.isLead && each.suggestionId === one.id);
  if (leading.length !== 1 || leading[0]?.deputyId !== twin.lead)
    return `led by ${leading.map(({ deputyId }) => deputyId).join() || 'nobody'}, not ${twin.lead}`;
  if (one.shares.length !== twin.shares.length) return 'other shares than the model';
  for (const [index, share] of one.shares.entries()) {
    const other = twin.shares[index];
    if (other === undefined || share.unitId !== other.unit || share.role !== other.role)
      return `share ${share.id} differs`;
    if (share.round !== other.round)
      return `share ${share.id} is in round ${share.round}, not ${other.round}`;
    const delivered = share.status.name === 'replied' ? share.status.reply.deliveredTo : [];
    if (new Set(delivered).size !== delivered.length)
      return `share ${share.id} was delivered twice to one deputy`;
    const asked = share.status.name === 'replied' && isAsked(share, one.id);
    if (asked !== (other.state === 'answered' && other.asked))
      return `the lead is ${asked ? 'asked' : 'not asked'} about ${share.id}`;
    const expected = other.state === 'answered' ? [...other.delivered] : [];
    if (delivered.toSorted().join() !== expected.toSorted().join())
      return `share ${share.id} is with ${delivered.join()}`;
    const records = (share.status.name === 'replied' && share.status.reply.faceToFace) || [];
    const talks = other.state === 'answered' ? [...other.talks] : [];
    const unsigned = talks.map(([owedTo, state]) => `${owedTo} ${state}`).toSorted();
    if (
      records
        .map((each) => `${owedKey(each)} ${each.state}`)
        .toSorted()
        .join() !== unsigned.join()
    )
      return `share ${share.id} waits for other signatures than ${unsigned.join()}`;
    if (isActive(share) !== isWithUnit(other))
      return `share ${share.id} is ${share.status.name}, not ${other.state}`;
  }
  return undefined;
}

/** T32: a supplementary reply is owed, and timed, from the change until it is given or the case is over. */
function brokenInSupplements(one: SuggestionCase, twin: ModelCase): string | undefined {
  const lives = one.phase.name === 'handling' || one.phase.name === 'closed';
  for (const [index, share] of one.shares.entries()) {
    const owed = twin.shares[index]?.state === 'answered' && twin.shares[index]?.changed === true && lives;
    const timed = one.openClocks.filter(
      ({ kind, subject }) => kind === 'supplementary_reply' && subject.startsWith(`${share.id}:`),
    ).length;
    if (timed !== (owed ? 1 : 0)) return `share ${share.id} has ${timed} clocks of a supplementary reply`;
  }
  return undefined;
}

/** 专班: its members are the handlers; while it stands, one monthly meeting and every open package are timed. */
function brokenInForce({ taskForce, openClocks }: SuggestionCase, twin: ModelCase): string | undefined {
  if (taskForce.state !== twin.force) return `the task force is ${taskForce.state}, not ${twin.force}`;
  const stands = taskForce.state === 'formed';
  const timed = (wanted: string): string =>
    openClocks
      .filter(({ kind }) => kind === wanted)
      .map(({ subject }) => subject)
      .toSorted()
      .join();
  const meetings = timed('task_force_meeting');
  if (meetings !== (stands ? taskForce.id : '')) return `meetings of ${meetings || 'no force'} are timed`;
  const open = twin.packages.filter(({ done }) => stands && !done);
  const expected = open.map(({ id }) => id).toSorted();
  if (timed('work_package') !== expected.join()) return `packages ${timed('work_package')} are timed`;
  if (!stands) return undefined;
  if ([...taskForce.unitIds].toSorted().join() !== [...twin.members].toSorted().join())
    return `the task force is of ${taskForce.unitIds.join()}, not ${[...twin.members].join()}`;
  const held = (taskForce.workPackages ?? []).map(({ packageId, unitId, done }) =>
    [packageId, unitId, done !== undefined].join(),
  );
  const inModel = twin.packages.map(({ id, unit, done }) => [id, unit, done].join());
  return held.join(' ') === inModel.join(' ') ? undefined : `packages are ${held.join(' ')}`;
}

/** The last day of the two months after the session of s-1: no holiday. */
const SELECTION_ENDS_ON = '2026-05-06';

/** T30: what is proposed while the two months last is timed until the mark, or until it is proposed no more. */
function brokenInSelection(one: SuggestionCase, twin: ModelCase): string | undefined {
  const timed = one.openClocks.filter(({ kind }) => kind === 'key_selection').length;
  const waits = twin.proposed && !twin.key && (twin.phase === 'to-assign' || twin.phase === 'handling');
  if (!waits || one.period !== 'in-session') return timed === 0 ? undefined : `${timed} choices are timed`;
  if (timed === 1) return undefined;
  const isInTime = one.classification.state === 'classified' && one.classification.on <= SELECTION_ENDS_ON;
  return timed === 0 && !isInTime ? undefined : `${timed} choices are timed`;
}

/** No. 3: a reply is not older than its 交办; it is due months after it, on a working day, and in six at most. */
function brokenInDates(world: World, one: SuggestionCase): string | undefined {
  const { pack } = world.rules(one.rulePackVersion);
  for (const share of one.shares) {
    const reply = share.status.name === 'replied' ? share.status.reply : undefined;
    if (reply !== undefined && reply.issuedOn < share.clockStartOn)
      return `share ${share.id} was answered before 交办`;
    const due = replyDueOn(one, share, world.under(one));
    if (due === undefined || share.round > 1 || !owesReply(share)) continue;
    const months = share.extension.state === 'granted' ? 6 : pack.rules.reply.n;
    const expected = nextWorkday(monthsLater(share.clockStartOn, months));
    if (due !== expected) return `share ${share.id} is due ${due}, not ${expected}`;
    if (due > nextWorkday(monthsLater(share.clockStartOn, 6)))
      return `share ${share.id} runs longer than six months`;
  }
  return undefined;
}

/** By plain arithmetic, not by packages/calendar. */
function monthsLater(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return localDate(then.toISOString().slice(0, 10));
}

function nextWorkday(day: LocalDate): LocalDate {
  return CALENDAR.isWorkday(day) ? day : nextWorkday(addDays(day, 1));
}

const KNOWN_CODES: ReadonlySet<string> = new Set(
  ['intake', 'assignment'].flatMap((service) => {
    const source = new URL(`../../services/${service}/src/domain/rejections.ts`, import.meta.url);
    return [...readFileSync(source, 'utf8').matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code = '']) => code);
  }),
);
