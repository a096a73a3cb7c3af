import { describe, expect, it } from 'vitest';
import {
  Case,
  CALENDAR,
  day,
  delivered,
  evaluation,
  LI,
  lookBackJudged,
  lookBackRequired,
  lookBackWaived,
  made,
  PROMISE,
  replied,
  RULES,
  SHARE,
  TRANSPORT,
  WANG,
} from '../../test/given.ts';
import { acceptRectification, rejectRectification, submitRectification } from './judge-rectification.ts';
import { breakPromise, keepPromise, reportProgress } from './keep-promise.ts';
import { submitEvaluation } from './submit-evaluation.ts';

/** Class B with one promise, evaluated well, look-back waived. */
const promised = (): Case =>
  new Case()
    .hears('03-02', made)
    .hears('05-20', replied(1, { resultClass: 'B', promises: [PROMISE] }), delivered(1), lookBackWaived())
    .does('06-01', submitEvaluation, evaluation());

describe('承诺台账', () => {
  const { promiseId } = PROMISE;

  it('opens with the reply, with the day promised and a quarterly report', () =>
    expect(promised().last('promise-opened')).toMatchObject({
      ...{ promiseId, unitId: TRANSPORT, dueOn: '2026-12-31' },
      clocks: [
        {
          op: 'start',
          kind: 'promise',
          subject: promiseId,
          startDate: '2026-05-20',
          term: { n: 225, unit: 'day' },
        },
        {
          op: 'start',
          kind: 'promise_progress',
          subject: promiseId,
          round: 1,
          term: { n: 3, unit: 'month' },
        },
      ],
    }));

  it('keeps the case in follow-up until it is kept', () => {
    const story = promised();
    expect(story.types).toEqual(['promise-opened', 'suggestion-evaluated', 'follow-up-begun']);
    story.does('12-20', keepPromise, { promiseId, finding: '信号灯已启用', today: day('12-20') });
    expect(story.last('promise-kept').clocks).toMatchObject([
      { op: 'meet', kind: 'promise' },
      { op: 'cancel', kind: 'promise_progress', round: 1 },
    ]);
    expect(story.last('suggestion-closed')).toMatchObject({
      closedOn: '2026-12-20',
      resultClass: 'B',
      aUnseen: false,
    });
  });

  it('or until it is broken and explained', () => {
    const story = promised();
    expect(story.refuses(breakPromise, { promiseId, explanation: ' ', today: day('12-31') })).toBe(
      'explanation-missing',
    );
    story.does('12-31', breakPromise, {
      promiseId,
      explanation: '资金未到位，已向代表说明',
      today: day('12-31'),
    });
    expect(story.types.slice(-2)).toEqual(['promise-broken', 'suggestion-closed']);
  });

  it('is reported on every quarter', () => {
    const story = promised().does('08-10', reportProgress, {
      promiseId,
      progress: '已招标',
      today: day('08-10'),
      rules: RULES,
    });
    expect(story.last('promise-progressed').clocks).toMatchObject([
      { op: 'meet', kind: 'promise_progress', round: 1 },
      { op: 'start', kind: 'promise_progress', round: 2, startDate: '2026-08-10' },
    ]);
    expect(
      story.refuses(reportProgress, { promiseId, progress: '', today: day('08-10'), rules: RULES }),
    ).toBe('progress-missing');
  });

  it('lives on through the years, and past the office of the deputy who was promised it', () => {
    const years = { ...PROMISE, dueOn: day('2028-06-30') };
    const story = new Case()
      .hears('03-02', made)
      .hears('05-20', replied(1, { resultClass: 'B', promises: [years] }), delivered(1), lookBackWaived())
      .does('06-01', submitEvaluation, evaluation());
    expect(story.last('promise-opened').clocks).toMatchObject([
      { kind: 'promise', term: { n: 772, unit: 'day' } },
      { kind: 'promise_progress', round: 1 },
    ]);
    story.hears('2027-01-20', { type: 'lead-passed', leadDeputyId: LI });
    const reportedOn = ['08-10', '11-05', '2027-02-01', '2027-04-30'];
    for (const [index, on] of reportedOn.entries()) {
      const today = day(on);
      story.does(on, reportProgress, { promiseId, progress: '已招标', today, rules: RULES });
      expect(story.last('promise-progressed').clocks).toMatchObject([
        { op: 'meet', kind: 'promise_progress', round: index + 1 },
        {
          op: 'start',
          kind: 'promise_progress',
          round: index + 2,
          startDate: on.length > 5 ? on : `2026-${on}`,
        },
      ]);
    }
    expect(story.types).not.toContain('suggestion-closed');
    story.does('2028-06-01', keepPromise, { promiseId, finding: '信号灯已启用', today: day('2028-06-01') });
    expect(story.last('promise-kept').clocks).toMatchObject([
      { op: 'meet', kind: 'promise' },
      { op: 'cancel', kind: 'promise_progress', round: 5 },
    ]);
    expect(story.last('suggestion-closed')).toMatchObject({ closedOn: '2028-06-01', resultClass: 'B' });
  });

  it('is judged once, with what was seen', () => {
    const keep = { promiseId, finding: '信号灯已启用', today: day('12-20') };
    expect(promised().refuses(keepPromise, { ...keep, finding: '' })).toBe('finding-missing');
    expect(promised().refuses(keepPromise, { ...keep, promiseId: 'promise-9' })).toBe('promise-unknown');
    const story = promised().does('12-20', keepPromise, keep);
    expect(story.refuses(keepPromise, keep)).toBe('promise-ended');
    expect(story.refuses(breakPromise, { promiseId, explanation: '原因', today: day('12-20') })).toBe(
      'promise-ended',
    );
    expect(
      story.refuses(reportProgress, { promiseId, progress: '进展', today: day('12-20'), rules: RULES }),
    ).toBe('promise-ended');
  });

  it('opens a closed case again when a supplementary reply promises more', () => {
    const story = promised().does('12-20', keepPromise, {
      promiseId,
      finding: '已启用',
      today: day('12-20'),
    });
    const promises = [PROMISE, { ...PROMISE, promiseId: 'promise-2' }];
    story.hears('12-25', {
      type: 'reply-supplemented',
      replyId: `reply-${SHARE}-1`,
      resultClass: 'B',
      promises,
    });
    expect(story.types.slice(-3)).toEqual(['suggestion-reopened', 'promise-opened', 'follow-up-begun']);
    expect(story.last('suggestion-reopened').clocks).toMatchObject([
      { op: 'cancel', kind: 'archive', round: 1 },
    ]);
    story.does('12-30', keepPromise, { promiseId: 'promise-2', finding: '已完成', today: day('12-30') });
    expect(story.last('suggestion-closed').clocks).toMatchObject([{ kind: 'archive', round: 2 }]);
  });
});

describe('整改', () => {
  /** Satisfied on paper, but the look-back found the railing missing. */
  const short = (): Case =>
    new Case()
      .hears('03-02', made)
      .hears('05-20', replied(1), delivered(1), lookBackRequired())
      .does('06-01', submitEvaluation, evaluation())
      .hears('06-10', lookBackJudged('unmet'));
  const ordered = short().last('rectification-ordered');
  const { rectificationId } = ordered;
  const report = { rectificationId, report: '护栏已装', today: day('06-20'), rules: RULES };
  const judge = {
    rectificationId,
    by: 'lead-deputy',
    today: day('06-25'),
    rules: RULES,
    calendar: CALENDAR,
  } as const;

  it('follows from an unmet look-back, with gaps and a day', () => {
    expect(short().types.slice(-2)).toEqual(['rectification-ordered', 'follow-up-begun']);
    expect(ordered).toMatchObject({
      ...{ gaps: ['护栏未装'], attempt: 1, unitId: TRANSPORT },
      clocks: [
        { op: 'start', kind: 'rectification', round: 1, term: { n: 15, unit: 'workday' }, owner: 'unit' },
      ],
    });
  });

  it('is reported, accepted by the lead deputy, and the case closes', () => {
    const story = short().does('06-20', submitRectification, report);
    expect(story.last('rectification-submitted').clocks).toMatchObject([
      { op: 'meet', kind: 'rectification', round: 1 },
      { op: 'start', kind: 'rectification_acceptance', round: 1, owner: 'deputy', personId: WANG },
    ]);
    story.does('06-25', acceptRectification, judge);
    expect(story.last('rectification-accepted')).toMatchObject({ acceptedBy: 'lead-deputy' });
    expect(story.types.at(-1)).toBe('suggestion-closed');
  });

  it('comes back until met', () => {
    const story = short().does('06-20', submitRectification, report);
    expect(story.refuses(rejectRectification, { ...judge, explanation: ' ' })).toBe('explanation-missing');
    story.does('06-25', rejectRectification, { ...judge, explanation: '只装了一半' });
    expect(story.last('rectification-rejected').clocks).toMatchObject([
      { op: 'meet', kind: 'rectification_acceptance' },
    ]);
    expect(story.last('rectification-ordered')).toMatchObject({
      attempt: 2,
      clocks: [{ kind: 'rectification', round: 2 }],
    });
    expect(story.file.rectifications).toMatchObject([
      { status: 'ordered', attempt: 2, rejections: ['只装了一半'] },
    ]);
    story
      .does('07-01', submitRectification, { ...report, today: day('07-01') })
      .does('07-02', acceptRectification, { ...judge, today: day('07-02') });
    expect(story.types.at(-1)).toBe('suggestion-closed');
  });

  it('is accepted by 代表工委 only after ten workdays of the deputy’s silence', () => {
    const story = short().does('06-22', submitRectification, { ...report, today: day('06-22') });
    const desk = { ...judge, by: 'congress-desk' } as const;
    expect(story.refuses(acceptRectification, { ...desk, today: day('07-06') })).toBe('deputy-still-judges');
    expect(story.refuses(acceptRectification, { ...desk, today: day('07-07') })).toBe('accepted');
    expect(story.refuses(rejectRectification, { ...desk, today: day('07-06'), explanation: '未完成' })).toBe(
      'deputy-still-judges',
    );
  });

  it('needs a report that waits, and a known rectification', () => {
    expect(short().refuses(acceptRectification, judge)).toBe('rectification-not-submitted');
    expect(short().refuses(submitRectification, { ...report, report: '' })).toBe('report-missing');
    expect(short().refuses(submitRectification, { ...report, rectificationId: 'r-9' })).toBe(
      'rectification-unknown',
    );
    expect(short().refuses(acceptRectification, { ...judge, rectificationId: 'r-9' })).toBe(
      'rectification-unknown',
    );
    const story = short().does('06-20', submitRectification, report);
    expect(story.refuses(submitRectification, report)).toBe('rectification-not-ordered');
  });
});
