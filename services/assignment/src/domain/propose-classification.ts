import type { Scores, SuggestionCase } from './suggestion-case.ts';

/** Scores as the words of a suggestion ask for them, and the units its demands name. */
export interface ProposedScores {
  readonly scores: Scores;
  readonly expectedUnits: number;
}

type Level = readonly [points: number, signs: RegExp, because: string];

/** 范围, the widest first (domain §2.7: 1 one village or unit … 3 the whole place). */
const SCOPE: readonly Level[] = [
  [
    3,
    /(?:全|我|本)(?:市|区|县)|各(?:镇|街道|乡镇|县区|学校|村)|城乡|全域|所有(?:镇|街道|学校|小区)/,
    '涉及全域',
  ],
  [2, /(?:镇|街道|乡|开发区|园区|片区|流域|沿线|城区|农村|乡镇)/, '涉及一个镇街或一片'],
];

const MONEY = /资金|经费|投资|补贴|补助|贴息|新建|扩建|改建|改造|建设|修建|兴建|增设|安装|大修|配建|整治/;
const RULES =
  /规划|用地|征收|拆迁|编制|审批|立法|条例|政策|标准|体制|机制|确权|产权|办法|跨区域|上级|省|国家/;

/** 紧急, the most urgent first. */
const URGENCY: readonly Level[] = [
  [
    3,
    /事故|伤亡|死亡|坍塌|塌方|危桥|危房|险情|溺水|断水|停水|停电|汛期|防汛|饮水安全|火灾|爆炸|中断|隐患|中毒|疫情/,
    '关系人身安全或基本生活',
  ],
  [
    2,
    /年内|尽快|尽早|月底前|季度|开学前|限期|早晚高峰|拥堵|扰民|投诉|反映强烈|急需|亟需|亟待|抓紧/,
    '有时限或群众反映集中',
  ],
];

const MANY_UNITS = 3;
const UNIT_NAMED =
  /(?:[市区县]?(?:委|政府)?[\u4e00-\u9fa5]{2,8}(?:局|委员会|公司|办公室|中心)|[\u4e00-\u9fa5]{2,4}(?:街道|镇)(?=牵头|负责|配合|实施))/g;
const MAX_UNITS = 30;

/** The words of title and demands, scored by fixed signs; each reason quotes the words it rests on (decisions 6). */
export function proposeScores(
  suggestion: Pick<SuggestionCase, 'title' | 'demands'>,
  expectedUnits: number,
): ProposedScores {
  const text = [suggestion.title, ...suggestion.demands].join('\n');
  const units = expectedUnits > 0 ? Math.min(expectedUnits, MAX_UNITS) : unitsNamed(suggestion.demands);
  return {
    expectedUnits: units,
    scores: {
      scope: scored(text, SCOPE, '只涉及一处'),
      difficulty: difficultyOf(text, units),
      urgency: scored(text, URGENCY, '没有提到时限和险情'),
    },
  };
}

function scored(text: string, levels: readonly Level[], otherwise: string): Scores['scope'] {
  for (const [points, signs, because] of levels) {
    const found = signs.exec(text);
    if (found !== null) return { points, reason: `${because}：“${found[0]}”` };
  }
  return { points: 1, reason: otherwise };
}

/** 难易: one each for money, for rules or land, and for three units or more; never under 1 or over 3. */
function difficultyOf(text: string, units: number): Scores['difficulty'] {
  const money = MONEY.exec(text);
  const rules = RULES.exec(text);
  const reasons = [
    ...(money === null ? [] : [`需要投入：“${money[0]}”`]),
    ...(rules === null ? [] : [`涉及政策、规划或审批：“${rules[0]}”`]),
    ...(units >= MANY_UNITS ? [`预计${units}个单位参与`] : []),
  ];
  return {
    points: Math.min(Math.max(reasons.length, 1), 3),
    reason: reasons.length === 0 ? '不需要投入，也不涉及政策调整' : reasons.join('；'),
  };
}

function unitsNamed(demands: readonly string[]): number {
  const names = new Set(demands.flatMap((demand) => demand.match(UNIT_NAMED) ?? []));
  return Math.min(Math.max(names.size, 1), MAX_UNITS);
}
