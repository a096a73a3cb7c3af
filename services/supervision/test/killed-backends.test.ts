import { accepted } from '@huiyin/testkit/accepted';
import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { newId } from '@huiyin/kernel/ids';
import { localDate } from '@huiyin/kernel/local-date';
import { BackendKiller, KILLING_TIMEOUT_MS } from '@huiyin/testkit/backend-killer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ANY,
  at,
  by,
  handOver,
  HE,
  LADDER,
  OFFICE,
  openSupervision,
  WU,
  ZHOU,
  type OpenSupervision,
} from './open-supervision.ts';

// A sweep settles case by case.
const killer = new BackendKiller(['due-clocks']);
let supervision: OpenSupervision;

beforeAll(async () => {
  supervision = await openSupervision(killer);
});
afterAll(async () => {
  await killer.close();
  await supervision.close();
});

const MARCH = at('2026-03-10');
const END_OF_MAY = at('2026-05-28');

/** A case handed over on 2026-03-02; answers it with the clock of its reply. */
async function watched(): Promise<{ caseId: string; clockId: string }> {
  const caseId = newId();
  await handOver(supervision, caseId, '2026-03-02');
  const filter = { ...ANY, caseId, kind: 'reply' };
  const { items } = accepted(await supervision.use.listClocks(filter, by(ZHOU, MARCH)));
  return { caseId, clockId: items[0]?.watch.id ?? '' };
}

/** Yellow, red and the letter, by the passing of time alone; the letter is answered. */
async function red(): Promise<void> {
  const { use } = supervision;
  const { caseId } = await watched();
  await supervision.sweep(END_OF_MAY);
  const filter = { ...LADDER, caseId };
  const [listed] = accepted(await use.listLetters(filter, by(HE, END_OF_MAY))).items;
  const said = { progress: '已完成现场勘查', measures: '6月5日前送审答复稿' };
  const answer = { letterId: listed?.letter.id ?? '', ...said, promisedOn: localDate('2026-06-05') };
  accepted(await use.answerSupervisionLetter(answer, by(HE, END_OF_MAY)));
}

/** Urged, written to and talked to by hand. */
async function pressed(): Promise<void> {
  const { use } = supervision;
  const { caseId, clockId } = await watched();
  accepted(await use.urgeUnit({ clockId, message: '请尽快联系代表', toHead: false }, by(OFFICE, MARCH)));
  const letter = { clockId, facts: '代表反映无人联系', requiredAction: '一周内面商' };
  accepted(await use.sendSupervisionLetter(letter, by(OFFICE, MARCH)));
  const call = { clockId, problems: '代表多次反映' };
  const talkId = accepted(await use.callTalk(call, by(ZHOU, MARCH))).id;
  const held = { talkId, attendedBy: 'he', minutes: '局长到会', undertaking: '3月30日前面商' };
  accepted(await use.holdTalk({ ...held, checkOn: localDate('2026-03-30') }, by(ZHOU, MARCH)));
  const check = { talkId, undertakingKept: true, findings: '已面商' };
  const checkDay = at('2026-03-30');
  // A command first fires what time has made due: done before, so that what is left is the command's own effect.
  await supervision.sweep(checkDay);
  accepted(await use.checkTalk(check, by(ZHOU, checkDay)));
  accepted(await use.listTalks({ ...LADDER, caseId }, by(ZHOU, MARCH)));
  accepted(await use.listUrges({ ...LADDER, caseId }, by(ZHOU, MARCH)));
  accepted(await use.getClockExplanation({ clockId }, by(ZHOU, MARCH)));
  accepted(await use.getBoard({ unitId: '' }, by(ZHOU, MARCH)));
}

async function setByHand(): Promise<void> {
  const { use } = supervision;
  const { clockId } = await watched();
  const wish = { clockId, to: 'red', grounds: '代表反映无人办理' } as const;
  accepted(await use.overrideColour(wish, by(ZHOU, MARCH)));
  accepted(await use.confirmOverride({ clockId }, by(WU, MARCH)));
}

/** A calendar moves the clock of a reply: its last day becomes a day off. */
async function underAnotherCalendar(): Promise<void> {
  const { use } = supervision;
  await watched();
  const { days, knownUntil } = chinaOfficialDays();
  const calendar = {
    knownUntil,
    days: [...days, { date: localDate('2026-06-02'), off: true, name: '地方假日' }],
  };
  const { effects } = accepted(await use.previewCalendar({ ...calendar, cursor: '' }, by(ZHOU, MARCH)));
  expect(effects.some(({ after }) => after.due?.date === '2026-06-03')).toBe(true);
  const payload = { version: 2, ...calendar };
  await supervision.hear('directory', {
    ...{ stream: 'calendar', type: 'calendar-imported', payload, at: MARCH },
  });
  expect(accepted(await use.getCalendarProgress({}, by(ZHOU, MARCH))).behind).toBeGreaterThan(0);
  await supervision.sweep(END_OF_MAY);
  expect(accepted(await use.getCalendarProgress({}, by(ZHOU, MARCH))).behind).toBe(0);
}

it(
  'keeps all or nothing of every use case, reaction and sweep, wherever its backend is killed',
  async () => {
    await red();
    await pressed();
    await setByHand();
    await underAnotherCalendar();
    const { caseId } = await watched();
    const declined = { suggestionId: caseId, meetingId: newId(), assignmentId: newId(), personId: 'he' };
    await supervision.hear('meeting', {
      ...{ stream: caseId, type: 'meeting-declined', at: MARCH },
      payload: { ...declined, kind: 'talk', reason: '出差' },
    });
    expect(killer.spared).toEqual([]);
    expect(await killer.forgottenTransactions()).toBe(0);
  },
  KILLING_TIMEOUT_MS,
);
