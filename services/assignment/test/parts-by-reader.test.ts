import { accepted, codeOf } from '@huiyin/testkit/accepted';
import type { Actor } from '@huiyin/kernel/actor';
import { localDate } from '@huiyin/kernel/local-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignmentTo, caseSummaryTo, caseTo, summaryTo } from '../src/transport/encode.ts';
import {
  clerk,
  COUNCIL,
  DESK,
  GOVERNMENT,
  head,
  liaison,
  openAssignment,
  someone,
  WANG,
  type OpenAssignment,
} from './open-assignment.ts';
import { Story } from './stories.ts';

const COMMITTEE = someone('committee', 'committee', 'u-committee');
const REGISTRAR = someone('registrar', 'session-registrar');
const COSIGNER = someone('li', 'deputy');
const MERGED = someone('zhao', 'deputy');
const FORMER = someone('li', 'former-deputy');

/** Who reads what is done about the lead's share: the deputies on it, the offices and the unit itself. */
const READERS: readonly Actor[] = [
  ...[WANG, COSIGNER, MERGED, FORMER, DESK, COUNCIL, COMMITTEE, GOVERNMENT],
  ...[head('u-traffic'), liaison('u-traffic'), clerk('u-traffic')],
];
/** Who opens the same case and does not. */
const OTHERS: readonly Actor[] = [REGISTRAR, head('u-police'), clerk('u-police'), clerk('u-finance')];

let open: OpenAssignment;
beforeAll(async () => {
  open = await openAssignment();
});
afterAll(async () => {
  await open.close();
});

/** Led by 区交通局 with 区公安局 helping and 区财政局 for reference; a suggestion of 赵 was merged into it. */
async function shared(): Promise<{ story: Story; lead: string; co: string; reference: string }> {
  const story = new Story(open);
  await story.registered({ period: 'in-session', overseerIds: ['u-committee'] });
  await story.classified('complex');
  const [lead = '', co = '', reference = ''] = await story.assigned(
    ['u-traffic', 'lead'],
    ['u-police', 'co'],
    ['u-finance', 'reference'],
  );
  await story.hear('intake', 'suggestion-absorbed', {
    ...{ childId: 's-child', childNumber: 'n', childLeadDeputyId: MERGED.personId, childCosignerIds: [] },
  });
  return { story, lead, co, reference };
}

const caseOf = async (story: Story, actor: Actor) => caseTo(await story.view(actor));
const shareIn = async (story: Story, actor: Actor, id: string) =>
  (await caseOf(story, actor)).assignments.find(({ assignmentId }) => assignmentId === id);
const fileOf = async (story: Story, actor: Actor, id: string) => assignmentTo(await story.share(id, actor));

/** The readers, of all who may open the case, for whom something is there. */
async function thereFor(asks: (actor: Actor) => Promise<boolean>): Promise<readonly Actor[]> {
  const found: Actor[] = [];
  for (const actor of [...READERS, ...OTHERS]) if (await asks(actor)) found.push(actor);
  return found;
}

describe('parts of a share', () => {
  it('申退 with its grounds: on the case, on the share and in lists', async () => {
    const { story, lead } = await shared();
    await story.acknowledged(lead);
    const request = {
      grounds: '三定规定中没有此项职责',
      legalBasis: '三定第三条',
      proposedUnitId: 'u-police',
    };
    const asked = { assignmentId: lead, ...request };
    accepted(await open.use.requestReturn(asked, story.as(head('u-traffic'), '2026-03-03')));

    expect(
      await thereFor(async (actor) => (await shareIn(story, actor, lead))?.returnRequest !== undefined),
    ).toEqual(READERS);
    expect(
      await thereFor(
        async (actor) => (await fileOf(story, actor, lead)).assignment?.returnRequest !== undefined,
      ),
    ).toEqual(READERS);
    const listedFor = async (actor: Actor) => {
      const which = { unitId: '', role: '', status: '', limit: 200, cursor: '' };
      const { shares } = accepted(await open.use.listAssignments(which, story.as(actor)));
      return shares.map(summaryTo).find(({ assignmentId }) => assignmentId === lead);
    };
    for (const actor of [DESK, COUNCIL, GOVERNMENT, clerk('u-traffic')])
      expect((await listedFor(actor))?.returnRequest?.grounds, actor.personId).toBe(request.grounds);
    expect(await listedFor(REGISTRAR)).toMatchObject({
      ...{ unitId: 'u-traffic', status: 'return-requested' },
      ...{ returnRequest: undefined, replyDueOn: '', extension: '', extensionId: '', nextGate: '' },
    });
  });

  it('期限、关口、延期、困难、双确认和现场会', async () => {
    const { story, lead } = await shared();
    await story.acknowledged(lead);
    await story.confirmed(lead);
    await story.planned(lead);
    await story.contacted(lead);
    const extend = { assignmentId: lead, grounds: '涉及面广' };
    accepted(await open.use.requestExtension(extend, story.as(head('u-traffic'), '2026-03-20')));
    const hard = { assignmentId: lead, severity: 'yellow', description: '资金没有落实' } as const;
    accepted(await open.use.reportDifficulty(hard, story.as(clerk('u-traffic'), '2026-03-20')));

    const known = { replyDueOn: '2026-06-02', extension: 'requested', nextGate: 'on-site' };
    const course = { difficulty: hard.description, dualConfirmedOn: '2026-03-10', onSite: 'required' };
    for (const actor of READERS) {
      const file = await fileOf(story, actor, lead);
      expect(file, actor.personId).toMatchObject({ ...course, assignment: known });
      expect(file.contacts, actor.personId).toHaveLength(1);
      expect(await shareIn(story, actor, lead), actor.personId).toMatchObject(known);
    }
    const none = { replyDueOn: '', extension: '', extensionId: '', nextGate: '' };
    for (const actor of OTHERS) {
      const file = await fileOf(story, actor, lead);
      expect(file, actor.personId).toMatchObject({ difficulty: '', dualConfirmedOn: '', onSite: '' });
      expect(file.contacts, actor.personId).toEqual([]);
      expect(file.assignment, actor.personId).toMatchObject({ ...none, unitId: 'u-traffic', role: 'lead' });
      expect(await shareIn(story, actor, lead), actor.personId).toMatchObject(none);
    }
    const plans = async (actor: Actor) => (await fileOf(story, actor, lead)).plans.length === 1;
    expect(await thereFor(plans)).toEqual([...READERS, head('u-police'), clerk('u-police')]);
  });

  it('a co-handler reads its own, a unit for reference that it has the text for reference', async () => {
    const { story, co, reference } = await shared();
    await story.acknowledged(co, 'u-police');
    expect((await fileOf(story, clerk('u-police'), co)).assignment).toMatchObject({ extension: 'none' });
    expect((await fileOf(story, clerk('u-traffic'), co)).assignment).toMatchObject({ extension: '' });
    expect((await fileOf(story, clerk('u-finance'), reference)).assignment).toMatchObject({
      ...{ unitId: 'u-finance', role: 'reference', status: 'for-reference' },
    });
  });
});

describe('parts of a case', () => {
  it('专班 and its work packages: its members’ and the offices’', async () => {
    const { story } = await shared();
    const held = { unitId: 'u-police', task: '设护学岗', dueOn: localDate('2026-04-30') };
    const led = {
      convenerId: 'council',
      leaderName: '罗思齐',
      leaderRank: 'government-deputy-head',
    } as const;
    const force = { suggestionId: story.id, ...led, workPackages: [held] };
    accepted(await open.use.formTaskForce(force, story.as(DESK)));

    const handlers = [head('u-traffic'), liaison('u-traffic'), clerk('u-traffic')];
    const members = [...handlers, head('u-police'), clerk('u-police')];
    const seen = [DESK, COUNCIL, COMMITTEE, GOVERNMENT, ...members];
    expect(
      await thereFor(async (actor) => (await caseOf(story, actor)).taskForce?.leaderName === '罗思齐'),
    ).toEqual(seen);
    expect(
      await thereFor(async (actor) => {
        const { taskForceProgress: progress } = await caseOf(story, actor);
        return progress?.workPackages[0]?.task === held.task;
      }),
    ).toEqual(seen);
  });

  it('协调: whoever reads the share that asked, the unit that leads, and the one made responsible', async () => {
    const { story, lead, co } = await shared();
    await story.acknowledged(lead);
    await story.acknowledged(co, 'u-police');
    const ask = { assignmentId: lead, grounds: '职责交叉' };
    const { id: coordinationId } = accepted(
      await open.use.requestCoordination(ask, story.as(head('u-traffic'), '2026-03-04')),
    );
    const grounds = async (actor: Actor) =>
      (await caseOf(story, actor)).coordination?.grounds === ask.grounds;
    expect(await thereFor(grounds)).toEqual(READERS);
    const onBoard = async (actor: Actor) => {
      const which = { status: '', limit: 200, cursor: '' };
      const { cases } = accepted(await open.use.listCases(which, story.as(actor)));
      return cases.map(caseSummaryTo).find(({ suggestionId }) => suggestionId === story.id);
    };
    for (const actor of [DESK, COUNCIL, COMMITTEE, GOVERNMENT])
      expect((await onBoard(actor))?.coordinationOpen, actor.personId).toBe(true);
    expect((await onBoard(REGISTRAR))?.coordinationOpen).toBe(false);

    const close = { coordinationId, decision: '由区交通局牵头', responsibleUnitId: 'u-traffic' };
    accepted(await open.use.closeCoordination(close, story.as(GOVERNMENT, '2026-03-06')));
    expect(await thereFor(grounds)).toEqual(READERS);
  });

  it('协调 that a co-handler asked for: the lead’s too', async () => {
    const { story, co } = await shared();
    await story.acknowledged(co, 'u-police');
    const ask = { assignmentId: co, grounds: '与主办单位意见不一' };
    accepted(await open.use.requestCoordination(ask, story.as(head('u-police'), '2026-03-04')));
    const units = [head('u-traffic'), head('u-police'), clerk('u-finance')];
    const seen: boolean[] = [];
    for (const actor of units) seen.push((await caseOf(story, actor)).coordination !== undefined);
    expect(seen).toEqual([true, true, false]);
  });

  it('the number of 申退 granted: not the secretariat’s, not for reference; who has it is everybody’s', async () => {
    const { story, lead } = await shared();
    const back = { grounds: '不属职责', legalBasis: '三定第三条', proposedUnitId: 'u-finance' };
    const asked = await open.use.requestReturn(
      { assignmentId: lead, ...back },
      story.as(head('u-traffic'), '2026-03-03'),
    );
    const grant = { returnRequestId: accepted(asked).id, grant: true, reason: '按职责分工' };
    accepted(await open.use.decideReturnRequested(grant, story.as(GOVERNMENT, '2026-03-05')));
    for (const actor of [REGISTRAR, clerk('u-finance')]) {
      const seen = await caseOf(story, actor);
      expect(seen.returnsGranted, actor.personId).toBe(0);
      expect(seen.accountable, actor.personId).toMatchObject([{ kind: 'office' }]);
    }
    for (const actor of [DESK, GOVERNMENT, WANG, clerk('u-police')])
      expect((await caseOf(story, actor)).returnsGranted, actor.personId).toBe(1);
    expect(codeOf(await open.use.getCase({ suggestionId: story.id }, story.as(head('u-traffic'))))).toBe(
      'suggestion-unknown',
    );
  });
});

describe('parallel handling 分别办理', () => {
  it('no unit reads another’s plan, contacts or days', async () => {
    const story = new Story(open);
    await (await story.registered()).classified();
    const [first = ''] = await story.assigned(['u-traffic', 'parallel'], ['u-police', 'parallel']);
    await story.acknowledged(first);
    await story.confirmed(first);
    await story.planned(first);
    await story.contacted(first);
    expect((await fileOf(story, clerk('u-traffic'), first)).plans).toHaveLength(1);
    const others = await fileOf(story, clerk('u-police'), first);
    expect(others).toMatchObject({ plans: [], contacts: [], assignment: { replyDueOn: '', nextGate: '' } });
  });
});
