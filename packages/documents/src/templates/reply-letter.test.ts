import { describe, expect, it } from 'vitest';
import { laidOut } from '../document/laid-out.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { replyLetter, type ReplyLetter } from './reply-letter.ts';

const REPLY: ReplyLetter = {
  suggestion: {
    title: '关于改造老旧小区供水管网的建议',
    displayNumber: '第30号',
    congress: { body: '东湖区', term: 19, session: 4 },
  },
  unit: '东湖区水务局',
  resultClass: 'B',
  disclosure: 'proactive',
  letterNumber: '东水函〔2026〕12号',
  signer: '石磊',
  deputies: { names: ['林若溪', '周明'] },
  round: 1,
  opening: '',
  sections: [{ demand: '更换老旧管道。', answer: '吸收采纳该建议。' }],
  evidence: { attachments: [], completedOn: '', lackingCondition: '', explainedBy: '', legalBasis: '' },
  promises: [{ text: '更换管道三公里', dueOn: '2026-12-31' }],
  coOpinions: [
    { unit: '东湖区财政局', statement: '资金已列入预算。', signer: '田野', signedOn: '2026-03-20' },
  ],
  missingCoOpinions: [],
  contact: { name: '罗思齐', phone: '0000-5550123' },
  copies: ['区人大常委会代表工作委员会', '区政府办公室'],
  issuedOn: '2026-05-09',
};

function words(document: OfficialDocument): string {
  return JSON.stringify(laidOut(document));
}

describe('a reply letter', () => {
  it('has the parts of domain §4.3 in their order', () => {
    const letter = laidOut(replyLetter(REPLY));
    expect(letter.marks).toEqual(['B类', '主动公开']);
    expect(letter.titleLines.join('')).toBe('对东湖区第十九届人民代表大会第四次会议第30号代表建议的答复');
    expect(letter.salutation).toBe('林若溪、周明代表');
    expect(letter.blocks.slice(0, 3)).toEqual([
      {
        kind: 'paragraph',
        text: '您提出的《关于改造老旧小区供水管网的建议》（第30号）收悉，经会同东湖区财政局研究办理，现答复如下：',
      },
      { kind: 'heading', level: 1, text: '一、关于“更换老旧管道”' },
      { kind: 'paragraph', text: '吸收采纳该建议。' },
    ]);
    expect(letter.signature).toEqual({ bodies: ['东湖区水务局'], date: '2026年5月9日' });
    expect(letter.notes).toEqual([
      '联系单位：东湖区水务局，联系人：罗思齐，联系电话：0000-5550123',
      '公开属性：主动公开',
    ]);
    expect(letter.copies).toBe('抄送：区人大常委会代表工作委员会，区政府办公室。');
  });

  it('calls a confidential author 代表 and no more', () => {
    expect(laidOut(replyLetter({ ...REPLY, deputies: { confidential: true } })).salutation).toBe('代表');
  });

  it.each([
    ['nobody', { name: '', phone: '' }, '联系人：＿＿＿＿，联系电话：＿＿＿＿'],
    ['no phone', { name: '罗思齐', phone: ' ' }, '联系人：罗思齐，联系电话：＿＿＿＿'],
  ])('leaves room to write by hand where %s of the unit is known', (_what, contact, expected) => {
    expect(laidOut(replyLetter({ ...REPLY, contact })).notes[0]).toBe(`联系单位：东湖区水务局，${expected}`);
    const draft = laidOut(replyLetter({ ...REPLY, contact, unit: '', issuedOn: '' }));
    expect(draft.notes[0]).toBe(`联系单位：＿＿＿＿，${expected}`);
  });

  it('names the first of many co-signers and counts them', () => {
    const names = ['林若溪', '周明', '甲', '乙', '丙', '丁'];
    expect(laidOut(replyLetter({ ...REPLY, deputies: { names } })).salutation).toBe('林若溪等6位代表');
  });

  it('says of a draft that it is one, and what it still lacks', () => {
    const draft = replyLetter({ ...REPLY, issuedOn: '', letterNumber: '', resultClass: '' });
    expect(draft.isPreview).toBe(true);
    expect(draft.marks).toContain('类别未定');
    expect(words(draft)).toContain('签发时编发文字号');
  });

  it.each([
    [
      'A',
      { completedOn: '2026-04-01', attachments: ['验收单.pdf'] },
      '已于2026年4月1日办结。证明材料：验收单.pdf',
    ],
    [
      'C',
      { lackingCondition: '缺少用地指标。', explainedBy: '副局长' },
      '受以下条件限制暂不能解决：缺少用地指标。',
    ],
    ['D', { legalBasis: '《城市供水条例》第十二条。' }, '《城市供水条例》第十二条。'],
  ] as const)('states what class %s rests on', (resultClass, evidence, expected) => {
    const letter = replyLetter({ ...REPLY, resultClass, evidence: { ...REPLY.evidence, ...evidence } });
    expect(words(letter)).toContain(expected);
  });

  it('names who signed each co-opinion, and why one is missing', () => {
    const missingCoOpinions = [{ unit: '东湖区公安局', reason: '两次催办，仍未出具。' }];
    const said = words(replyLetter({ ...REPLY, missingCoOpinions }));
    expect(said).toContain('东湖区财政局（田野2026年3月20日签发）：资金已列入预算。');
    expect(said).toContain('东湖区公安局逾期未出具协办意见：两次催办，仍未出具。');
    const [old] = REPLY.coOpinions.map((each) => ({ ...each, signer: '' }));
    expect(words(replyLetter({ ...REPLY, coOpinions: old === undefined ? [] : [old] }))).toContain(
      '东湖区财政局：资金已列入预算。',
    );
  });

  it('lists what is promised with its day', () => {
    expect(words(replyLetter(REPLY))).toContain('2026年12月31日');
  });
});
