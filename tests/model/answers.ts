import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { getAssignment } from '../../services/assignment/src/app/get-assignment.ts';
import { getCase } from '../../services/assignment/src/app/get-case.ts';
import type { KeptReply } from '../../services/assignment/src/app/ports.ts';
import type { Share } from '../../services/assignment/src/domain/share.ts';
import { shareOf, type SuggestionCase } from '../../services/assignment/src/domain/suggestion-case.ts';
import { assignmentTo, caseTo } from '../../services/assignment/src/transport/encode.ts';
import { isWithUnit, owes, type Model, type ModelCase, type ModelShare } from './model.ts';
import { STRANGERS } from './people.ts';
import { actor, TENANT } from './rights.ts';
import { CALENDAR, type World } from './world.ts';

type Reader = QueryContext['actor'];

/** What a paper says, so that an answer betrays whose papers it was made from. */
const words = (paper: 'plan' | 'contact' | 'draft' | 'opinion-draft' | 'reply', share: string): string =>
  `«${paper}|${share}»`;

/** The world's cases and their papers, read by the use cases through the ports that they name. */
function portsOf(world: World) {
  const shareNamed = (id: string): Share | undefined => {
    for (const one of world.cases.values()) {
      const share = shareOf(one, id);
      if (share !== undefined) return share;
    }
    return undefined;
  };
  const found = async <Paper>(
    id: string,
    of: (share: Share) => readonly Paper[],
  ): Promise<readonly Paper[]> => {
    const share = shareNamed(id);
    return share === undefined ? [] : of(share);
  };
  // Nothing here looks into a transaction.
  const tx = {} as Tx;
  return {
    uow: { read: <Result>(_tenant: string, work: (tx: Tx) => Promise<Result>) => work(tx) },
    cases: {
      load: async (_tx: Tx, _tenant: string, id: string) => {
        const suggestion = world.cases.get(id);
        return suggestion && { suggestion, version: 1 };
      },
      caseOfPart: async (_tx: Tx, _tenant: string, id: string) =>
        [...world.cases.values()].find((one) => shareOf(one, id) !== undefined)?.id,
    },
    papers: {
      plansOf: (_tx: Tx, _tenant: string, id: string) => found(id, plansOf),
      contactsOf: (_tx: Tx, _tenant: string, id: string) => found(id, contactsOf),
      repliesOf: (_tx: Tx, _tenant: string, id: string) => found(id, repliesOf),
      opinionDraft: async (_tx: Tx, _tenant: string, id: string) =>
        shareNamed(id)?.opinionDraft && {
          ...{ opinion: words('opinion-draft', id), facts: words('opinion-draft', id) },
          ...{ commitments: [], resultClass: 'A' as const },
        },
    },
    reference: {
      tenant: async () => undefined,
      rulePackAt: async () => world.rules(undefined),
      rulePack: async (_tx: Tx, version: string) => world.rules(version).pack,
      effectiveRulePack: async () => undefined,
      calendar: async () => CALENDAR,
      unit: async () => undefined,
      peopleWith: async () => [],
      contactOf: async () => '',
    },
  };
}

function plansOf({ id, plan }: Share) {
  if (plan.state !== 'filed' && plan.state !== 'reopened') return [];
  const leader = { leaderName: '李建国', leaderPost: '局长', leaderRank: 'unit-head' } as const;
  const filed = { ...leader, solution: words('plan', id), milestones: [], deadline: '' } as const;
  const kept = { assignmentId: id, version: plan.version, reason: '', filedOn: CALENDAR.knownUntil };
  return [{ ...kept, plan: filed, fiveOnesComplete: true }];
}

function contactsOf({ id, round, contacts }: Share) {
  if (contacts.total === 0) return [];
  const told = { form: 'visit', onDate: CALENDAR.knownUntil, outcome: 'talked' } as const;
  return [
    { id: `contact-${id}`, assignmentId: id, round, ...told, deputyIds: [], summary: words('contact', id) },
  ];
}

function repliesOf({ id, round, status, draft }: Share): readonly KeptReply[] {
  const replied = status.name === 'replied' ? status.reply : undefined;
  if (replied === undefined && draft.state === 'none') return [];
  const letter = {
    resultClass: 'D',
    ...{ opening: words(replied === undefined ? 'draft' : 'reply', id), sections: [] },
    evidence: { attachments: [], completedOn: '', lackingCondition: '', explainedBy: '', legalBasis: '' },
    ...{ promises: [], coOpinions: [], missingCoOpinions: [] },
    disclosure: 'proactive',
  } as const;
  const replyId = replied?.id ?? (draft.state === 'saved' ? draft.replyId : '');
  const kept = { id: replyId, assignmentId: id, round, draft: letter, textHash: 'hash' };
  const issued = replied && { letterNumber: '1', issuedOn: replied.issuedOn, signedBy: 'head' };
  return [{ ...kept, issued, supplements: [], deliveries: [] }];
}

const UNITS = ['u-1', 'u-2', 'u-3', 'u-party', 'u-new', 'u-elsewhere'];
const OTHERS: readonly Reader[] = [
  actor('congress-desk', 'desk'),
  actor('deputy', 'wang'),
  actor('deputy', 'li'),
  actor('deputy', 'zhao'),
  ...STRANGERS,
];

/**
 * No. 9, by what people are given to read: a draft is its unit's alone, a co-handler reads the case and the lead's
 * plan, a stranger nothing. One reader and one share a step.
 */
export async function brokenInAnswers(
  world: World,
  model: Model,
  at: { readonly about: string; readonly step: number },
): Promise<string | undefined> {
  const [one, twin] = [world.cases.get(at.about), model.cases.get(at.about)];
  if (one === undefined || twin === undefined) return undefined;
  const { step } = at;
  const unit = UNITS[step % UNITS.length] ?? '';
  const ofUnit = step % 4 > 0;
  const reader = ofUnit
    ? actor(step % 3 === 0 ? 'unit-head' : 'unit-clerk', `reader-${unit}`, unit)
    : OTHERS[Math.floor(step / 4) % OTHERS.length];
  const share = twin.shares[Math.floor(step / UNITS.length) % Math.max(1, twin.shares.length)];
  if (reader === undefined) return undefined;
  const said = await answersTo(world, reader, { one, share: share?.id });
  const found = ofUnit
    ? brokenForUnit(twin, { unit, share, said })
    : brokenForOthers(twin, { reader, share, said });
  return found === undefined ? undefined : `${reader.personId} (${reader.roles.join()}) ${found}`;
}

interface Said {
  /** The case as it is answered; undefined when the reader is told that there is none. */
  readonly ofCase: ReturnType<typeof caseTo> | undefined;
  readonly ofShare: ReturnType<typeof assignmentTo> | undefined;
  /** Every word of both. */
  readonly text: string;
}

async function answersTo(
  world: World,
  reader: Reader,
  of: { readonly one: SuggestionCase; readonly share: string | undefined },
): Promise<Said> {
  const ports = portsOf(world);
  const ctx = { tenant: TENANT, actor: reader, at: new Date(`${world.today}T04:00:00Z`) };
  const seenCase = await getCase(ports)({ suggestionId: of.one.id }, ctx);
  const ofCase = isRejection(seenCase) ? undefined : caseTo(seenCase);
  if (of.share === undefined) return { ofCase, ofShare: undefined, text: textOf(ofCase) };
  const seenShare = await getAssignment(ports)({ assignmentId: of.share }, ctx);
  const ofShare = isRejection(seenShare) ? undefined : assignmentTo(seenShare);
  return { ofCase, ofShare, text: textOf([ofCase, ofShare]) };
}

function textOf(answer: unknown): string {
  return (
    JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ??
    ''
  );
}

function brokenForUnit(
  twin: ModelCase,
  of: { readonly unit: string; readonly share: ModelShare | undefined; readonly said: Said },
): string | undefined {
  const { unit, share, said } = of;
  const handles = twin.shares.some((each) => each.unit === unit && isWithUnit(each));
  if ((said.ofCase !== undefined) !== handles) return handles ? 'does not read the case' : 'reads the case';
  for (const summary of said.ofCase?.assignments ?? []) {
    if (summary.returnRequest !== undefined && summary.unitId !== unit)
      return `reads why ${summary.unitId} hands back`;
  }
  if (share === undefined) return undefined;
  if ((said.ofShare !== undefined) !== handles) return `${handles ? 'misses' : 'reads'} ${share.id}`;
  const own = handles && share.unit === unit;
  const helps = twin.shares.some((each) => each.unit === unit && isWithUnit(each) && each.role === 'co');
  const expected = {
    plan: (own || helps) && share.plan !== 'none',
    contact: own && share.contacts > 0,
    draft: own && owes(share) && share.drafted && share.state !== 'answered',
    reply: handles && share.state === 'answered',
  };
  for (const paper of ['plan', 'contact', 'draft', 'reply'] as const) {
    if (said.text.includes(words(paper, share.id)) !== expected[paper])
      return `${expected[paper] ? 'misses' : 'reads'} the ${paper} of ${share.id}`;
  }
  if (!own && said.text.includes(words('opinion-draft', share.id)))
    return `reads the opinion ${share.id} drafts`;
  if (!own && share.difficult && said.ofShare?.difficulty !== '' && handles)
    return `reads what troubles ${share.id}`;
  const writes = twin.shares.some((each) => each.unit === unit && isWithUnit(each) && owes(each));
  const foreign = said.ofShare?.coOpinions.find((opinion) => opinion.unitId !== unit);
  return foreign !== undefined && !writes ? `reads the opinion of ${foreign.unitId}` : undefined;
}

/** 代表工委 reads a draft only on record, deputies never; who has nothing to do with it reads nothing. */
function brokenForOthers(
  twin: ModelCase,
  of: { readonly reader: Reader; readonly share: ModelShare | undefined; readonly said: Said },
): string | undefined {
  const { reader, share, said } = of;
  const signed = [...twin.owed].some((owed) => owed.endsWith(`:${reader.personId}`));
  const reads = reader.personId === 'desk' || signed;
  if ((said.ofCase !== undefined) !== reads) return reads ? 'does not read the case' : 'reads the case';
  if (share === undefined) return undefined;
  for (const paper of ['draft', 'opinion-draft'] as const) {
    if (said.text.includes(words(paper, share.id))) return `reads the ${paper} of ${share.id}`;
  }
  const hasReply = share.state === 'answered' && reads;
  return said.text.includes(words('reply', share.id)) === hasReply
    ? undefined
    : `${hasReply ? 'misses' : 'reads'} the reply of ${share.id}`;
}
