import { describe, expect, it } from 'vitest';
import { casesOf, draftsOf, waitingFor, type Matters } from './waiting.ts';

const ME = 'deputy-1';
type Case = Matters['cases'][number];
type Summary = Matters['suggestions'][number];
type Meeting = Matters['meetings'][number];

function aCase(caseId: string, stage: string, turn?: { act: string; dueDate: string; id?: string }): Case {
  const next =
    turn === undefined
      ? {}
      : {
          next: {
            ...{ act: turn.act, dueDate: turn.dueDate, assignmentId: '', since: '' },
            party: { kind: 'deputy', id: turn.id ?? ME, name: '' },
          },
        };
  return { caseId, stage, displayNumber: `第${caseId}号`, title: `关于${caseId}的建议`, ...next } as Case;
}

function summary(suggestionId: string, status: string, relation: string): Summary {
  return { suggestionId, status, relation, title: `关于${suggestionId}的建议` } as Summary;
}

function meeting(meetingId: string, changed: Partial<Meeting>): Meeting {
  return {
    ...{ meetingId, suggestionId: '1', kind: 'dual-confirmation', status: 'held', deputyConfirmedBy: '' },
    ...changed,
  } as Meeting;
}

const whats = (matters: Partial<Matters>): string[] =>
  waitingFor(ME, { cases: [], suggestions: [], meetings: [], ...matters }).map(({ what }) => what);

describe('what waits for a deputy', () => {
  it('comes with the nearest deadline first and what has none last', () => {
    const cases = [
      aCase('1', 'replied', { act: 'evaluate', dueDate: '2026-04-07' }),
      aCase('2', 'follow-up', { act: 'judge-rectification', dueDate: '2026-03-20' }),
    ];
    const suggestions = [summary('3', 'cosigning', 'invited-cosigner')];
    expect(whats({ cases, suggestions })).toEqual(['验收第2号的整改', '评价第1号的答复', '请您联名']);
  });

  it('is not what waits for others, nor an own draft, nor a signed text', () => {
    const cases = [
      aCase('1', 'replied', { act: 'evaluate', dueDate: '', id: 'deputy-2' }),
      aCase('2', 'in-progress', { act: 'reply', dueDate: '2026-04-07', id: 'unit-1' }),
      aCase('4', 'draft', { act: 'finish-draft', dueDate: '' }),
    ];
    const suggestions = [summary('3', 'cosigning', 'cosigner'), summary('4', 'draft', 'lead-deputy')];
    expect(whats({ cases, suggestions })).toEqual([]);
  });

  it('has the record of a face-to-face reply that it has not signed, whoever’s turn the case is', () => {
    const turn = { act: 'deliver-reply', dueDate: '2026-04-07', id: 'unit-1' };
    const cases = [{ ...aCase('1', 'in-progress', turn), awaitsSignature: true }];
    expect(whats({ cases })).toEqual(['签署第1号当面答复记录']);
  });

  it('has what was given back, once', () => {
    const cases = [aCase('5', 'returned-to-deputy', { act: 'correct', dueDate: '' })];
    expect(whats({ cases, suggestions: [summary('5', 'returned', 'lead-deputy')] })).toEqual([
      '修改退回的建议',
    ]);
  });

  it('has a record to confirm until the deputy side has confirmed it, and a look-back to judge', () => {
    const cases = [aCase('1', 'in-progress')];
    const meetings = [
      meeting('m1', {}),
      meeting('m2', { deputyConfirmedBy: ME }),
      meeting('m3', { status: 'scheduled' }),
      meeting('m4', { kind: 'look-back' }),
    ];
    expect(whats({ cases, meetings })).toEqual(['确认第1号见面记录', '评价第1号回头看']);
  });
});

describe("a deputy's cases", () => {
  it('stand in groups of stages, the nearest deadline first', () => {
    const cases = [
      aCase('1', 'in-progress', { act: 'reply', dueDate: '2026-05-01' }),
      aCase('2', 'assigned', { act: 'acknowledge', dueDate: '2026-03-20' }),
      aCase('3', 'closed'),
      aCase('4', 'draft'),
    ];
    expect(casesOf('handling', cases).map(({ caseId }) => caseId)).toEqual(['2', '1']);
    expect(casesOf('', cases).map(({ caseId }) => caseId)).toEqual(['2', '1', '3']);
  });

  it('begin with drafts of which the deputy is the lead', () => {
    const suggestions = [
      summary('1', 'pre-review', 'lead-deputy'),
      summary('2', 'submitted', 'lead-deputy'),
      summary('3', 'draft', 'invited-cosigner'),
    ];
    expect(draftsOf(suggestions).map(({ suggestionId }) => suggestionId)).toEqual(['1']);
  });
});
