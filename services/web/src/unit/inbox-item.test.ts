import { describe, expect, it } from 'vitest';
import type { Schemas } from '../api/client.ts';
import { inboxColumns } from './inbox-columns.ts';
import { dueGroup, inboxItems } from './inbox-item.ts';

const share = (given: Partial<Schemas['AssignmentSummary']>): Schemas['AssignmentSummary'] => ({
  assignmentId: 'a1',
  suggestionId: 'c1',
  unitId: 'u1',
  role: 'lead',
  status: 'pending',
  assignedOn: '2026-01-08',
  clockStartOn: '2026-01-08',
  round: 1,
  number: '990101-19-5-0001',
  displayNumber: '第1号',
  title: '加装电梯',
  handlingType: 'general',
  isKey: false,
  liaisonUntrained: false,
  decidingOffice: 'government-office',
  replyDueOn: '2026-04-08',
  extensionId: '',
  extension: 'none',
  nextGate: 'receipt',
  returnRequest: null,
  ...given,
});
const clock = (kind: string, dueDate: string, colour = 'green', suggestionId = 'c1') => ({
  ...{ kind, dueDate, colour, suggestionId, provisional: false },
  ...{ number: '990101-19-5-0001', title: '加装电梯' },
});

describe('the inbox of a unit', () => {
  it('has one row a case, with what is due first and the worst colour', () => {
    const clocks = [clock('reply', '2026-04-08', 'yellow'), clock('ack', '2026-01-13')];
    const items = inboxItems({ shares: [share({})], clocks, turns: [] });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ dueDate: '2026-01-13', clock: 'ack', colour: 'yellow', verb: '签收' });
  });

  it('says of a day beyond the published calendar that it may still move', () => {
    const beyond = { ...clock('reply', '2027-04-08'), provisional: true };
    const [item] = inboxItems({
      shares: [share({})],
      clocks: [beyond, clock('plan', '2027-05-01')],
      turns: [],
    });
    expect(item).toMatchObject({ dueDate: '2027-04-08', provisional: true });
    expect(inboxColumns('2026-01-06').map(({ of }) => item && of(item))).toContain('2027-04-08（暂定）');
  });

  it('leads to the editor once every gate before the reply is open, and names the gate before', () => {
    const clocks = [clock('reply', '2026-04-08')];
    const at = (nextGate: string) =>
      inboxItems({ shares: [share({ status: 'in-handling', nextGate })], clocks, turns: [] })[0];
    expect(at('none')).toMatchObject({ verb: '写答复', to: '/assignments/a1/reply' });
    expect(at('contact')).toMatchObject({ verb: '记沟通', to: '/cases/c1' });
    expect(at('plan')).toMatchObject({ verb: '报方案' });
  });

  it('puts what is due sooner first and what has no day last', () => {
    const shares = [
      share({ assignmentId: 'a1', suggestionId: 'c1', status: 'in-handling', role: 'co', replyDueOn: '' }),
      share({ assignmentId: 'a2', suggestionId: 'c2' }),
      share({ assignmentId: 'a3', suggestionId: 'c3' }),
    ];
    const clocks = [clock('ack', '2026-01-14', 'green', 'c2'), clock('ack', '2026-01-13', 'green', 'c3')];
    expect(inboxItems({ shares, clocks, turns: [] }).map(({ caseId }) => caseId)).toEqual(['c3', 'c2', 'c1']);
  });

  it('hands a signed letter over before it reports on what the letter promised', () => {
    const next = { act: 'deliver-reply', assignmentId: 'a1', dueDate: '', since: '', provisional: false };
    const turn: Schemas['CaseSummary'] = {
      ...{
        caseId: 'c1',
        number: '1',
        displayNumber: '第1号',
        title: '加装电梯',
        year: 2026,
        category: '其他',
      },
      ...{ stage: 'replied', colour: 'green', isKey: false, handlingType: 'general', leadUnits: [] },
      ...{ next, origin: 'live', place: '', period: 'in-session' },
      awaitsSignature: false,
    };
    const clocks = [clock('promise_progress', '2026-04-08')];
    const items = inboxItems({ shares: [share({ status: 'replied' })], clocks, turns: [turn] });
    expect(items[0]).toMatchObject({ verb: '送达', number: '第1号' });
  });

  it('leaves out what was replied unless something still waits for the unit', () => {
    const replied = share({ status: 'replied' });
    expect(inboxItems({ shares: [replied], clocks: [], turns: [] })).toEqual([]);
    const clocks = [clock('rectification', '2026-05-08')];
    expect(inboxItems({ shares: [replied], clocks, turns: [] })[0]).toMatchObject({ verb: '报整改' });
  });
});

describe('the group of a due day', () => {
  it.each([
    ['2026-03-16', 'today'],
    ['2026-03-17', 'today'],
    ['2026-03-22', 'week'],
    ['2026-03-23', 'later'],
    ['', 'later'],
  ])('on Tuesday 17 March %s is %s', (day, group) => {
    expect(dueGroup(day, '2026-03-17')).toBe(group);
  });

  it('on a Sunday the week is over', () => {
    expect(dueGroup('2026-03-23', '2026-03-22')).toBe('later');
  });
});
