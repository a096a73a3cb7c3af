import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageText, type ToldNotice } from './message-text.ts';

const NOTICE: ToldNotice = {
  ...{ sourceEventId: 'e', noticeId: 'n', text: '专班交给本单位一个工作包', caseId: 'case-1' },
  ...{ caseNumber: '第30号', dueOn: '2026-03-20' },
};
const HERE = 'https://huiyin.example.cn';
const one = (notice: ToldNotice) => messageText({ notices: [notice], total: 1, digestOn: undefined }, HERE);

describe('the text of a message', () => {
  it('says which suggestion, what is asked, until when, and where to look', () => {
    expect(one(NOTICE)).toEqual({
      subject: '【回音】第30号建议：专班交给本单位一个工作包（2026-03-20 前）',
      body: [
        '第30号建议：专班交给本单位一个工作包（2026-03-20 前）\nhttps://huiyin.example.cn/cases/case-1',
        '本邮件由系统发出，请勿直接回复。内容请登录查看。\n停收或更改通知方式：https://huiyin.example.cn/notices#channels',
      ].join('\n\n'),
    });
  });

  it('leaves out what is not known', () => {
    expect(one({ ...NOTICE, caseNumber: '', dueOn: '', caseId: '' }).body).toContain(
      '专班交给本单位一个工作包\nhttps://huiyin.example.cn/notices\n',
    );
  });

  it('counts in a digest what it does not show', () => {
    const notices = [NOTICE, { ...NOTICE, text: '建议已办结' }];
    const { subject, body } = messageText({ notices, total: 60, digestOn: '2026-03-03' as never }, HERE);
    expect(subject).toBe('【回音】2026-03-03 每日汇总：60 条通知');
    expect(body).toContain('另有 58 条');
  });

  it('never lets a value end the line of the subject', () => {
    const nasty = fc.string({ unit: fc.constantFrom('\r', '\n', '\0', '\u2028', '\u2029', 'a', '文') });
    fc.assert(
      fc.property(nasty, nasty, (text, caseNumber) => {
        expect(one({ ...NOTICE, text, caseNumber }).subject).not.toMatch(/[\r\n\u2028\u2029\0]/);
      }),
    );
  });
});
