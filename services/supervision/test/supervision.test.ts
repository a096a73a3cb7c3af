import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { newId } from '@huiyin/kernel/ids';
import { replayEvents } from '@huiyin/postgres/replay';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedClock } from '../src/app/ports.ts';
import {
  ANY,
  at,
  by,
  DONGHU,
  handOver,
  HE,
  LADDER,
  OFFICE,
  openSupervision,
  POLICE_HEAD,
  WANG,
  WU,
  ZHOU,
  type OpenSupervision,
} from './open-supervision.ts';

let supervision: OpenSupervision;

beforeAll(async () => {
  supervision = await openSupervision();
});
afterAll(() => supervision.close());

const END_OF_MAY = at('2026-05-28');

async function events(caseId: string, tenant = DONGHU) {
  return supervision.database.uow.read(tenant, (tx) =>
    replayEvents(tx, 'supervision', { tenant, stream: caseId, version: 1, limit: 200 }),
  );
}

async function clockOf(caseId: string, kind: string): Promise<ListedClock> {
  const filter = { ...ANY, caseId, kind, includeClosed: true };
  const { items } = accepted(await supervision.use.listClocks(filter, by(ZHOU, END_OF_MAY)));
  const [found] = items;
  if (found === undefined) throw new Error(`no clock ${kind}`);
  return found;
}

/** A case whose reply is red without a draft: handed over on 2026-03-02, swept to 2026-05-28. */
async function redCase(): Promise<{ caseId: string; clockId: string; assignmentId: string }> {
  const caseId = newId();
  const assignmentId = await handOver(supervision, caseId, '2026-03-02');
  await supervision.sweep(END_OF_MAY);
  return { caseId, assignmentId, clockId: (await clockOf(caseId, 'reply')).watch.id };
}

describe('a case on its way to red', () => {
  it('is told at each transition’s own instant, though one late sweep fires them all', async () => {
    const { caseId } = await redCase();
    const told = (await events(caseId)).map((event) => [
      event.type,
      event.payload['toColour'] ?? event.payload['kind'] ?? '',
      event.occurredAt.toISOString(),
    ]);
    expect(told).toEqual([
      ['clock-started', 'reply', '2026-03-02T01:00:00.000Z'],
      // More than 60 % of 92 days used on the 56th day after 交办, without 双确认.
      ['colour-changed', 'yellow', '2026-04-26T16:00:00.000Z'],
      ['unit-urged', '', '2026-04-26T16:00:00.000Z'],
      // Three weeks yellow.
      ['unit-urged', '', '2026-05-17T16:00:00.000Z'],
      // Five workdays before 2026-06-02.
      ['colour-changed', 'red', '2026-05-25T16:00:00.000Z'],
      ['supervision-letter-sent', '', '2026-05-25T16:00:00.000Z'],
      ['clock-started', 'letter_answer', '2026-05-25T16:00:00.000Z'],
    ]);
  });

  it('leads to a missed clock and a talk, and ends when the reply is issued', async () => {
    const { caseId, assignmentId } = await redCase();
    await supervision.sweep(at('2026-06-12'));
    const types = (await events(caseId)).map((event) => event.type);
    expect(types.filter((type) => type === 'clock-missed')).toHaveLength(2);
    expect(types).toContain('talk-called');
    await supervision.hear('assignment', {
      ...{ stream: caseId, type: 'reply-issued', at: at('2026-06-12', '10:00') },
      payload: {
        ...{ suggestionId: caseId, assignmentId, round: 1 },
        clocks: [
          { op: 'CLOCK_OP_MEET', kind: 'reply', subject: assignmentId, round: 1, startDate: '2026-06-12' },
        ],
      },
    });
    const last = (await events(caseId)).slice(-2);
    expect(last[0]?.payload).not.toHaveProperty('onTime');
    expect(last.map((event) => event.payload)).toMatchObject([
      // Late: proto3 JSON leaves `onTime: false` out.
      { kind: 'reply', metOn: '2026-06-12' },
      { fromColour: 'red', toColour: 'green', rule: 'clock-stopped', caseColour: 'yellow' },
    ]);
  });

  it('never runs backward in time when what happened before in another service is heard after', async () => {
    const { caseId, assignmentId } = await redCase();
    await supervision.hear('meeting', {
      ...{ stream: caseId, type: 'dual-confirmation-completed', at: at('2026-05-28', '10:30') },
      payload: { suggestionId: caseId, assignmentId },
    });
    await supervision.hear('assignment', {
      ...{ stream: caseId, type: 'reply-issued', at: at('2026-05-28', '10:00') },
      payload: {
        ...{ suggestionId: caseId, assignmentId, round: 1 },
        clocks: [
          { op: 'CLOCK_OP_MEET', kind: 'reply', subject: assignmentId, round: 1, startDate: '2026-05-28' },
        ],
      },
    });
    const told = await events(caseId);
    expect(told.at(-1)?.payload).toMatchObject({ fromColour: 'red', toColour: 'green' });
    const times = told.map(({ occurredAt }) => occurredAt.toISOString());
    expect(times).toEqual(times.toSorted());
    expect(times.at(-1)).toBe('2026-05-28T02:30:00.000Z');
  });

  it('warns at its own instant even when the event that ends it is heard before the sweep', async () => {
    const caseId = newId();
    const assignmentId = await handOver(supervision, caseId, '2026-03-02');
    await supervision.hear('assignment', {
      ...{ stream: caseId, type: 'reply-issued', at: at('2026-04-29') },
      payload: {
        ...{ suggestionId: caseId, assignmentId, round: 1 },
        clocks: [
          { op: 'CLOCK_OP_MEET', kind: 'reply', subject: assignmentId, round: 1, startDate: '2026-04-29' },
        ],
      },
    });
    expect((await events(caseId)).map((event) => event.type)).toEqual(['clock-started']);
    await supervision.sweep(at('2026-04-30'));
    expect((await events(caseId)).map((event) => event.type)).toEqual([
      ...['clock-started', 'colour-changed', 'unit-urged', 'clock-met', 'colour-changed'],
    ]);
    await supervision.sweep(at('2026-12-30'));
    expect(await events(caseId)).toHaveLength(5);
  });

  it('takes a stop that arrives before its start for started and met', async () => {
    const caseId = newId();
    const assignmentId = newId();
    const clock = { kind: 'dual_confirmation', subject: assignmentId, round: 1 };
    await supervision.hear('meeting', {
      ...{ stream: caseId, type: 'dual-confirmation-completed', at: at('2026-03-20') },
      payload: {
        ...{ suggestionId: caseId, assignmentId },
        clocks: [{ op: 'CLOCK_OP_MEET', ...clock, startDate: '2026-03-20' }],
      },
    });
    await handOver(supervision, caseId, '2026-03-02', { assignmentId });
    expect(await events(caseId)).toHaveLength(1);
    await supervision.hear('assignment', {
      ...{ stream: caseId, type: 'plan-requested', at: at('2026-03-02') },
      payload: {
        suggestionId: caseId,
        clocks: [
          {
            op: 'CLOCK_OP_START',
            ...clock,
            startDate: '2026-03-02',
            term: { n: 20, unit: 'workday' },
            owner: 'unit',
          },
        ],
      },
    });
    expect((await events(caseId)).slice(-2).map((event) => event.type)).toEqual([
      'clock-started',
      'clock-met',
    ]);
  });
});

describe('supervision letters and talks', () => {
  it('are answered, held and checked, each once and by the right person', async () => {
    const { caseId } = await redCase();
    const filter = { ...LADDER, caseId };
    const [listed] = accepted(await supervision.use.listLetters(filter, by(HE, END_OF_MAY))).items;
    expect(listed).toMatchObject({ answerDue: '2026-06-02', letter: { automatic: true, status: 'sent' } });
    const letterId = listed?.letter.id ?? '';
    const answer = {
      letterId,
      progress: '已完成现场勘查',
      measures: '6月5日前送审答复稿',
      promisedOn: '2026-06-05' as never,
    };
    const use = supervision.use;
    expect(codeOf(await use.answerSupervisionLetter(answer, by(POLICE_HEAD, END_OF_MAY)))).toBe(
      'letter-not-found',
    );
    expect(codeOf(await use.answerSupervisionLetter(answer, by(ZHOU, END_OF_MAY)))).toBe('not-permitted');
    const late = { ...answer, promisedOn: '2026-05-01' as never };
    expect(codeOf(await use.answerSupervisionLetter(late, by(HE, END_OF_MAY)))).toBe('promised-day-passed');
    accepted(await use.answerSupervisionLetter(answer, by(HE, END_OF_MAY)));
    expect(codeOf(await use.answerSupervisionLetter(answer, by(HE, END_OF_MAY)))).toBe(
      'letter-already-answered',
    );
    expect((await clockOf(caseId, 'letter_answer')).watch.clock.status).toBe('met');
  });

  it('a talk called by time is held with an undertaking and checked on its day', async () => {
    const { caseId, clockId } = await redCase();
    const june = at('2026-06-15');
    const use = supervision.use;
    expect(codeOf(await use.callTalk({ clockId, problems: '长期无进展' }, by(ZHOU, june)))).toBe(
      'talk-already-called',
    );
    const [listed] = accepted(await use.listTalks({ ...LADDER, caseId }, by(WANG, june))).items;
    expect(listed).toMatchObject({ holdBy: '2026-06-17', talk: { cause: 'long-red', status: 'called' } });
    const talkId = listed?.talk.id ?? '';
    const record = {
      talkId,
      attendedBy: 'he',
      minutes: '局长到会',
      undertaking: '6月30日前答复',
      checkOn: '2026-06-30' as never,
    };
    expect(codeOf(await use.holdTalk({ ...record, checkOn: '2026-06-15' as never }, by(ZHOU, june)))).toBe(
      'check-day-too-early',
    );
    accepted(await use.holdTalk(record, by(ZHOU, june)));
    expect(codeOf(await use.holdTalk(record, by(ZHOU, june)))).toBe('talk-not-called');
    const check = { talkId, undertakingKept: true, findings: '已答复' };
    expect(codeOf(await use.checkTalk(check, by(ZHOU, june)))).toBe('check-too-early');
    accepted(await use.checkTalk(check, by(ZHOU, at('2026-06-30'))));
    expect((await clockOf(caseId, 'talk_check')).watch.clock).toMatchObject({
      status: 'met',
      on: '2026-06-30',
    });
    expect((await events(caseId)).map((event) => event.type)).toContain('talk-checked');
  });

  it('are sent, urged and called by hand by the offices, within limits', async () => {
    const caseId = newId();
    await handOver(supervision, caseId, '2026-03-02');
    const { id: clockId } = (await clockOf(caseId, 'reply')).watch;
    const march = at('2026-03-10');
    const use = supervision.use;
    const urge = { clockId, message: '请尽快联系代表', toHead: false };
    expect(codeOf(await use.urgeUnit(urge, by(HE, march)))).toBe('not-permitted');
    expect(codeOf(await use.urgeUnit({ ...urge, message: '  ' }, by(OFFICE, march)))).toBe('text-missing');
    accepted(await use.urgeUnit(urge, by(OFFICE, march)));
    expect(codeOf(await use.urgeUnit(urge, by(ZHOU, march)))).toBe('already-urged-today');
    accepted(await use.urgeUnit(urge, by(ZHOU, at('2026-03-11'))));
    const letter = { clockId, facts: '代表反映无人联系', requiredAction: '一周内面商' };
    accepted(await use.sendSupervisionLetter(letter, by(OFFICE, march)));
    expect(codeOf(await use.sendSupervisionLetter(letter, by(ZHOU, march)))).toBe('letter-already-open');
    accepted(await use.callTalk({ clockId, problems: '代表多次反映' }, by(ZHOU, march)));
    const urges = accepted(await use.listUrges({ ...LADDER, caseId }, by(WANG, march)));
    expect(urges.items).toHaveLength(2);
  });

  it('answers the same command with the same key once', async () => {
    const caseId = newId();
    await handOver(supervision, caseId, '2026-03-02');
    const { id: clockId } = (await clockOf(caseId, 'reply')).watch;
    const ctx = by(OFFICE, at('2026-03-10'));
    const once = () => supervision.use.urgeUnit({ clockId, message: '请尽快联系代表', toHead: false }, ctx);
    const [first, second] = [accepted(await once()), accepted(await once())];
    expect(second).toEqual(first);
  });
});

describe('a colour set by hand', () => {
  it('needs a reason and a second person, and is raised again by a new cause', async () => {
    const caseId = newId();
    await handOver(supervision, caseId, '2026-03-02');
    const { id: clockId } = (await clockOf(caseId, 'reply')).watch;
    const may = at('2026-05-12');
    const use = supervision.use;
    await supervision.sweep(may);
    expect(codeOf(await use.confirmOverride({ clockId }, by(WU, may)))).toBe('override-not-requested');
    const request = { clockId, to: 'green', grounds: '单位已报送答复稿,系统外流转' } as const;
    expect(codeOf(await use.overrideColour({ ...request, grounds: '' }, by(ZHOU, may)))).toBe('text-missing');
    expect(codeOf(await use.overrideColour(request, by(HE, may)))).toBe('not-permitted');
    expect(codeOf(await use.overrideColour({ ...request, to: 'yellow' }, by(ZHOU, may)))).toBe(
      'colour-unchanged',
    );
    accepted(await use.overrideColour(request, by(ZHOU, may)));
    expect((await clockOf(caseId, 'reply')).overrideRequest).toMatchObject({
      to: 'green',
      firstPersonId: 'zhou',
    });
    expect(codeOf(await use.confirmOverride({ clockId }, by(ZHOU, may)))).toBe('override-same-person');
    accepted(await use.confirmOverride({ clockId }, by(WU, may)));
    expect((await clockOf(caseId, 'reply')).watch.standing.colour).toBe('green');
    await supervision.sweep(END_OF_MAY);
    const { watch } = await clockOf(caseId, 'reply');
    expect(watch.standing).toMatchObject({ colour: 'red', cause: { rule: 'near-due-no-draft' } });
  });
});
