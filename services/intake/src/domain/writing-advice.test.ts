import { demoCity } from '@huiyin/demo-city/city';
import { seededRandom } from '@huiyin/demo-city/random';
import { demoSuggestion } from '@huiyin/demo-city/suggestion';
import { sharedFile } from '@huiyin/testkit/shared-file';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CROSSING } from '../../test/given.ts';
import { adviseOn, type Words, type WritingAdvice } from './writing-advice.ts';

const FACTS = CROSSING.facts;
const advised = (change: Partial<Words>): readonly WritingAdvice[] => adviseOn({ ...CROSSING, ...change });
const codes = (change: Partial<Words>): string[] => advised(change).map(({ code }) => code);

/** The characters that the first advice on a forbidden kind means. */
function found(change: Partial<Words>): readonly [string | undefined, string] {
  const advice = advised(change).find(({ code }) => code === 'forbidden-kind');
  const passage = advice?.passage;
  if (passage === undefined) return [advice?.ground, ''];
  const words = { ...CROSSING, ...change };
  const said = passage.field === 'demands' ? (words.demands[passage.item] ?? '') : words[passage.field];
  return [advice?.ground, said.slice(passage.start, passage.end)];
}

describe('writing help', () => {
  it('has nothing to say about a concrete suggestion, and nothing about an empty form', () => {
    expect(advised({})).toEqual([]);
    expect(adviseOn({ title: '', facts: '', demands: [] })).toEqual([]);
    expect(adviseOn({ title: '关于道路维修的建议', facts: '', demands: [''] })).toEqual([]);
  });

  it('says what is missing and points at what there is', () => {
    expect(advised({ demands: [] })).toMatchObject([{ code: 'no-demand', source: 'SD8、BJ9' }]);
    expect(advised({ facts: '路不好走。' })).toMatchObject([
      { code: 'missing-facts', passage: { field: 'facts', item: 0, start: 0, end: 5 } },
    ]);
    const demands = ['由区公安局在校门口安排2名协管员', '进一步高度重视有关方面存在的困难'];
    expect(advised({ demands })).toMatchObject([
      { code: 'too-general', passage: { field: 'demands', item: 1, start: 0, end: 16 } },
    ]);
  });

  it.each([
    ['关于道路维修和养老服务工作的建议', '道路维修和养老服务工作'],
    ['关于提高教师待遇及治理河道污染的建议', '提高教师待遇及治理河道污染'],
  ])('two matters in one title: %s', (title, meant) => {
    const [advice] = advised({ title });
    expect(advice?.code).toBe('several-matters');
    expect(title.slice(advice?.passage?.start, advice?.passage?.end)).toBe(meant);
  });

  it('a second matter that announces itself', () => {
    expect(codes({ facts: `${FACTS}另外再反映一个问题,村里没有医生。` })).toEqual(['several-matters']);
  });

  it.each([
    '关于改善村道和桥梁的建议',
    '关于职能部门参与社区管理的建议',
    '关于青年路与海新街交叉口增设信号灯的建议',
    '关于推行城中村改造和棚户区改造的建议',
    '关于加强农村公路养护和管理的建议',
    '关于完善医疗和护理服务的建议',
  ])('one matter: %s', (title) => {
    expect(codes({ title })).toEqual([]);
  });
});

describe('what is not handled as a suggestion', () => {
  it.each([
    ['private-matter', '我家的宅基地至今没有确权,请尽快办理。', '我家的宅基地'],
    ['private-matter', '本人的职称评审三年未通过。', '本人的职称'],
    ['private-matter', '我儿子的工作调动请予解决。', '我儿子的工作调动'],
    ['own-unit-matter', '希望给予我公司贷款贴息200万元。', '给予我公司'],
    ['own-unit-matter', '我厂用地请予以解决。', '我厂用地请予以解决'],
    ['forwarded-petition', '现将村民张某的来信转交,请处理。', '来信转交'],
    ['forwarded-petition', '附上群众联名信一份。', '附上群众联名信'],
    ['accusation', '现实名举报某村书记。', '实名举报'],
    ['accusation', '举报该局科长受贿。', '举报该局科长受贿'],
    ['accusation', '当事人不服行政处罚,提出申诉。', '不服'],
    ['judicial-case', '请法院撤销(2024)云0102民初318号判决。', '(2024)云0102民初318号'],
    ['judicial-case', '法院对此案的判决不公。', '判决不公'],
    ['judicial-case', '请再审王某诉某公司一案。', '一案'],
    ['bidding', '在该项目招标中由本地企业承接第2标段。', '招标中由本地企业承接'],
    ['bidding', '要求由云川建工承建该工程。', '要求由云川建工承建'],
    ['academic-or-promotion', '推广我公司研制的净水设备。', '推广我公司'],
    ['academic-or-promotion', '本文从三个方面探讨乡村治理。', '本文从'],
  ])('%s: %s', (ground, sentence, meant) => {
    const [named, passage] = found({ facts: `${FACTS}${sentence}` });
    expect(named).toBe(ground);
    expect(passage).toContain(meant);
  });

  it.each([
    ['outside-competence', '请国务院出台减税办法', '国务院出台'],
    ['outside-competence', '修改《中华人民共和国劳动法》第36条', '修改《中华人民共和国劳动法》'],
    ['conflict-of-interest', '指定云川农商银行为主办银行', '指定云川农商银行'],
    ['conflict-of-interest', '由该公司独家经营2路公交', '独家经营'],
    ['contrary-to-law', '允许村民在河道内无证采砂', '允许村民在河道内无证'],
    ['contrary-to-law', '调整永久基本农田建设物流园区', '调整永久基本农田建设'],
  ])('%s in a demand: %s', (ground, demand, meant) => {
    const [named, passage] = found({ demands: [demand] });
    expect(named).toBe(ground);
    expect(passage).toContain(meant);
    expect(codes({ facts: `${FACTS}有人提出${demand}。` })).toEqual([]);
  });

  it('a text without any content', () => {
    const empty = {
      facts: '目前有关方面存在一些困难,群众有反映,希望重视。',
      demands: ['希望政府高度重视,尽快解决'],
    };
    expect(advised(empty).map(({ code, ground }) => ground ?? code)).toEqual([
      'too-general',
      'missing-facts',
      'no-content',
    ]);
  });

  it('says why, what to do and where it is written', () => {
    for (const advice of advised({ facts: `我家的住房漏雨。${FACTS}`, demands: [] })) {
      expect(advice.message.length).toBeGreaterThan(5);
      expect(advice.act.length).toBeGreaterThan(5);
      expect(advice.source).not.toBe('');
    }
  });
});

describe('writing help is silent where a text is right', () => {
  it.each([
    '本人在走访中发现,环卫工人工资偏低,平均每月2300元。',
    '本人作为基层代表,多次听到退休工人反映待遇问题,涉及120户。',
    '群众来信反映,该路段夜间照明不足,3处路灯损坏。',
    '应公布举报电话,鼓励群众举报违法排污行为,奖励500元。',
    '有奖举报制度实行3年,受理举报人提供的线索86条。',
    '2024年法院判决执行到位率为52%,执行难仍是突出问题。',
    '加强判前调解,2025年诉前化解纠纷310件。',
    '该项目已完成招标,由区财政局监督,工期8个月。',
    '我校门口道路狭窄,上下学时段2000名学生通行。',
    '我村有果园600亩,缺少冷库。',
    '村民对征地补偿标准意见较大,涉及5个村。',
    '按照国务院出台的条例,应于2026年底前完成改造。',
    '严禁占用基本农田建房,但巡查人员只有2名。',
    '推广节水灌溉设备,覆盖农田3000亩。',
  ])('facts: %s', (sentence) => {
    expect(codes({ facts: `${FACTS}${sentence}` })).toEqual([]);
  });

  it.each([
    '由区教育体育局在2026年秋季开学前新建1所幼儿园',
    '汛期前完成滨湖路排水管渠清疏',
    '落实国务院制定的养老服务补贴标准',
    '请区政府向省财政厅争取专项资金',
    '制止占用基本农田建房的行为,每季度巡查一次',
    '引导银行对小微企业续贷,降低利率',
    '每季度向社会公布水质监测结果',
    '建立独居老人定期探访制度,责任到人',
    '开展邻里互助和文化交流活动',
  ])('demand: %s', (demand) => {
    expect(codes({ demands: [demand] })).toEqual([]);
  });

  it('says nothing about any text of the demo city', () => {
    const random = seededRandom('coach');
    for (const { place } of demoCity()) {
      for (let count = 0; count < 500; count += 1) {
        const text = demoSuggestion(random, place);
        expect(adviseOn(text), text.title).toEqual([]);
      }
    }
  });

  const real = sharedFile('data/real-suggestions.jsonl');
  it.skipIf(real === undefined)('speaks up about three real titles in two hundred at most', () => {
    if (real === undefined) return;
    const lines = readFileSync(real, 'utf8').trim().split('\n');
    const titles = lines.map((line) => (JSON.parse(line) as { title: string }).title);
    const spoken = titles.filter((title) => adviseOn({ title, facts: '', demands: [] }).length > 0);
    expect(spoken.length / titles.length).toBeLessThanOrEqual(0.015);
  });
});
