import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';

import { chinaOfficialDays } from './china-official-days.ts';
import { explainDueDate } from './explanation.ts';
import { latestExtensionRequest } from './extension-request.ts';
import { sdDistrict } from './sd-district.ts';
import { workCalendar } from './work-calendar.ts';

const calendar = workCalendar(chinaOfficialDays());
const under = { pack: sdDistrict, calendar };
const threeMonths = { n: 3, unit: 'month' } as const;

describe('why this date', () => {
  it('unfolds a reply that ends on Qingming', () => {
    const clock = { kind: 'reply', start: localDate('2026-01-04'), term: threeMonths } as const;
    const why = explainDueDate(clock, under);
    expect(why).toMatchObject({
      rule: { name: '答复期限', authority: 'L' },
      start: { date: '2026-01-04', event: '交办之日' },
      raw: '2026-04-04',
      due: '2026-04-07',
      provisional: false,
      latestExtensionRequest: '2026-03-30',
    });
    expect(why.extension).toBeUndefined();
    expect(why.lines).toEqual([
      '交办之日2026-01-04（星期日），当日不计入（民法典第二百零一条），自2026-01-05起算',
      `答复期限3个月：依据${sdDistrict.rules.reply.law}`,
      '期限最后一日为2026-04-04（星期六）',
      '2026-04-04清明，休息，顺延（民法典第二百零三条）',
      '2026-04-05清明，休息，顺延（民法典第二百零三条）',
      '2026-04-06清明，休息，顺延（民法典第二百零三条）',
      '到期日2026-04-07（星期二），至24时止',
      '需要延期的，最迟于2026-03-30（星期一）提出申请',
    ]);
  });

  it('shows an extension with the date it replaced, and offers no second one', () => {
    const extension = { term: { n: 6, unit: 'month' }, grantedOn: localDate('2026-03-20') } as const;
    const clock = { kind: 'reply', start: localDate('2026-01-04'), term: threeMonths, extension } as const;
    const why = explainDueDate(clock, under);
    expect(why).toMatchObject({
      due: '2026-07-06',
      extension: { grantedOn: '2026-03-20', originalDue: '2026-04-07' },
    });
    expect(why.latestExtensionRequest).toBeUndefined();
    expect(why.lines).toContain('2026-03-20同意延期，原到期日2026-04-07，起算日不变');
  });

  it('shows the make-up workdays that counted', () => {
    const term = { n: 5, unit: 'workday' } as const;
    const why = explainDueDate({ kind: 'letter_answer', start: localDate('2026-02-12'), term }, under);
    expect(why.makeUpDays).toEqual([{ date: '2026-02-14', name: '春节' }]);
    expect(why.lines).toContain('2026-02-14（星期六）因春节调休上班，计入');
    expect(why.lines).toContain('督办函回复期限5个工作日：平台默认值');
    expect(why.skipped).toHaveLength(9);
  });

  it('names the event that its owner says started it, not the usual start of the rule', () => {
    const term = { n: 10, unit: 'workday' } as const;
    const clock = { kind: 'plan', start: localDate('2026-03-02'), startEvent: 'key_mark', term } as const;
    const why = explainDueDate(clock, under);
    expect(why.start).toEqual({ date: '2026-03-02', event: '标为重点建议之日' });
    expect(why.lines[0]).toBe(
      '标为重点建议之日2026-03-02（星期一），当日不计入（民法典第二百零一条），自2026-03-03起算',
    );
    const { startEvent: _, ...unnamed } = clock;
    expect(explainDueDate(unnamed, under).start.event).toBe('双方确认之日');
  });

  it('says of a borrowed figure that it is borrowed', () => {
    const term = { n: 5, unit: 'workday' } as const;
    const why = explainDueDate({ kind: 'co_opinion_redo', start: localDate('2026-03-02'), term }, under);
    expect(why.lines).toContain('协办意见重报期限5个工作日：参照重庆市条例第二十条');
  });

  it('says that a date beyond the notices is provisional', () => {
    const why = explainDueDate({ kind: 'reply', start: localDate('2026-11-02'), term: threeMonths }, under);
    expect(why.provisional).toBe(true);
    expect(why.lines.at(-1)).toContain('暂定');
  });
});

describe('the latest day to ask for an extension', () => {
  it('lies the rule’s workdays before the due date, over holidays too', () => {
    const pack = sdDistrict;
    expect(latestExtensionRequest({ due: localDate('2026-10-09'), pack, calendar })).toBe('2026-09-24');
    expect(latestExtensionRequest({ due: localDate('2026-06-02'), pack, calendar })).toBe('2026-05-26');
  });
});
