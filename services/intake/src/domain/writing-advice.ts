import type { SuggestionText } from './text.ts';

/** Writing help (M4): said while writing, never in the way of submitting (代表法36: a right, not a privilege). */
export interface WritingAdvice {
  readonly code: 'several-matters' | 'no-demand' | 'too-general' | 'too-short' | 'forbidden-kind';
  readonly message: string;
}

/** Fewer characters of facts than this say too little to act on [D]. */
const MIN_FACTS_CHARACTERS = 80;
/** A demand shorter than this rarely says who should do what [D]. */
const MIN_DEMAND_CHARACTERS = 10;

const EMPTY_PHRASES = ['加强', '重视', '进一步', '加大力度', '高度重视', '加快推进'];
const CONCRETE =
  /\d|[一二三四五六七八九十]+(年|月|个|条|处|米|公里|元|人)|建议由|路|街|村|社区|学校|医院|小区|河|站/;
const SEVERAL_MATTERS = /[、和及与](?=[^、和及与]{2,12}(问题|工作)的?建议$)/;

const FORBIDDEN: readonly { readonly words: RegExp; readonly message: string }[] = [
  { words: /判决|裁定|案号|上诉|仲裁裁决/, message: '涉及具体司法、仲裁案件的内容不作为建议处理' },
  { words: /控告|举报信|检举|申诉/, message: '申诉、控告、检举请走信访或纪检监察渠道' },
  { words: /招标|投标|中标单位/, message: '涉及具体招标投标的内容不作为建议处理' },
  {
    words: /本人(及家属|亲属)?的?(房产|职称|工资|待遇)/,
    message: '涉及本人及亲属个人事项的内容不作为建议处理',
  },
  { words: /转交.{0,8}(来信|群众信件)/, message: '请将群众反映归纳为建议,不要直接转交来信' },
];

/** What a reader at the desk would say about this text; empty when nothing strikes. One matter a suggestion: SD8. */
export function adviseOn(text: SuggestionText): readonly WritingAdvice[] {
  const advice: WritingAdvice[] = [];
  if (SEVERAL_MATTERS.test(text.title)) {
    advice.push({ code: 'several-matters', message: '一件建议宜只提一事(一事一议),请考虑分开提出' });
  }
  if (text.demands.length === 0) {
    advice.push({ code: 'no-demand', message: '请写明希望有关单位做什么' });
  }
  if (text.facts.length < MIN_FACTS_CHARACTERS) {
    advice.push({ code: 'too-short', message: '情况和问题写得较少,建议补充时间、地点、数量' });
  }
  if (text.demands.some(isGeneral)) {
    advice.push({ code: 'too-general', message: '有的建议较为笼统,请写明由谁、做什么、做到什么程度' });
  }
  const whole = [text.title, text.facts, ...text.demands].join('\n');
  for (const { words, message } of FORBIDDEN) {
    if (words.test(whole)) advice.push({ code: 'forbidden-kind', message });
  }
  return advice;
}

function isGeneral(demand: string): boolean {
  if (demand.length < MIN_DEMAND_CHARACTERS) return true;
  return EMPTY_PHRASES.some((phrase) => demand.includes(phrase)) && !CONCRETE.test(demand);
}
