import { areTwoMatters } from '@huiyin/text/matters';
import { matterOf } from '@huiyin/text/title-frame';
import { FORBIDDEN_KINDS } from './forbidden-kinds.ts';
import { isConcrete, isGeneral } from './general-words.ts';
import type { DeclineGround } from './suggestion.ts';
import type { SuggestionText } from './text.ts';

/** What writing help reads of a text. */
export type Words = Pick<SuggestionText, 'title' | 'facts' | 'demands'>;

/** The characters an advice means: UTF-16 code units from `start` to before `end`. `item` counts demands from 0. */
interface Passage {
  readonly field: 'title' | 'facts' | 'demands';
  readonly item: number;
  readonly start: number;
  readonly end: number;
}

/** Writing help (M4): said while writing, never in the way of submitting (代表法36: a right, not a privilege). */
export interface WritingAdvice {
  readonly code: 'several-matters' | 'no-demand' | 'too-general' | 'missing-facts' | 'forbidden-kind';
  /** For a forbidden kind: the ground on which the desk would decline. */
  readonly ground?: DeclineGround;
  /** What it means. */
  readonly message: string;
  /** What the deputy may do about it. */
  readonly act: string;
  /** Clauses of regulations. */
  readonly source: string;
  /** Absent where something is missing altogether. */
  readonly passage?: Passage;
}

/** Facts shorter than this say too little to act on [D]; so do longer ones without figure, place or time. Characters. */
const MIN_FACTS = 30;
const MIN_VAGUE_FACTS = 120;
/** A reader who is told more than this reads nothing. */
const MAX_ADVICE = 20;

/** What a reader at the desk would say about this text; empty when nothing strikes. */
export function adviseOn(text: Words): readonly WritingAdvice[] {
  return [
    ...severalMatters(text),
    ...missingDemand(text),
    ...generalDemands(text),
    ...missingFacts(text),
    ...forbiddenKinds(text),
  ].slice(0, MAX_ADVICE);
}

/** Marks between two things of a title; 参与 is a word, and two roads that cross are one place. */
const BETWEEN = /(?<!参)与|[、和及]|以及|并/g;
const ONE_PLACE = /交叉|路口|之间|沿线/;
/** A second matter that announces itself. */
const BESIDES =
  /(?:另外|此外|顺便|同时)(?:再|还|也)?(?:反映|提出|说)[^。;；]{0,8}(?:一个|另一|件事|问题)|第二件事/;

/** 一事一议 SD8: a title over two offices' duties that no office shares, or a second matter that announces itself. */
function severalMatters({ title, facts }: Words): readonly WritingAdvice[] {
  const advice = {
    code: 'several-matters',
    message: '这里像有两件事，一件建议宜只提一事（一事一议）',
    act: '把另一件单独写成一件建议',
    source: 'SD8',
  } as const;
  const matter = matterOf(title);
  const from = title.indexOf(matter);
  for (const mark of ONE_PLACE.test(matter) ? [] : matter.matchAll(BETWEEN)) {
    const before = matter.slice(0, mark.index);
    const after = matter.slice(mark.index + mark[0].length);
    // 城中村改造和棚户区改造: one kind of thing, done twice.
    if (from !== -1 && before.slice(-2) !== after.slice(-2) && areTwoMatters(before, after)) {
      return [
        { ...advice, passage: { field: 'title', item: 0, start: from, end: from + matter.length } as const },
      ];
    }
  }
  const besides = BESIDES.exec(facts);
  return besides === null ? [] : [{ ...advice, passage: passageOf(besides, 'facts') }];
}

function missingDemand({ facts, demands }: Words): readonly WritingAdvice[] {
  if (facts.trim() === '' || demands.some((demand) => demand.trim() !== '')) return [];
  return [
    {
      code: 'no-demand',
      message: '还没有具体建议',
      act: '写明希望哪个单位做什么，逐条列出',
      source: 'SD8、BJ9',
    },
  ];
}

function generalDemands({ demands }: Words): readonly WritingAdvice[] {
  return demands.flatMap((demand, item) =>
    demand.trim() === '' || !isGeneral(demand)
      ? []
      : [
          {
            code: 'too-general' as const,
            message: '这一条较为笼统，办理单位难以逐条答复',
            act: '写明由谁、做什么、在哪里、做到什么程度',
            source: '代表法36、QD29',
            passage: { field: 'demands' as const, item, start: 0, end: demand.length },
          },
        ],
  );
}

/** Nothing is said of an empty form: nobody has begun to write. */
function missingFacts({ facts }: Words): readonly WritingAdvice[] {
  const length = facts.trim().length;
  if (length === 0 || (length >= MIN_FACTS && (length >= MIN_VAGUE_FACTS || isConcrete(facts)))) return [];
  return [
    {
      code: 'missing-facts',
      message: '情况和问题写得较少，看不出是什么时候、什么地方、多大范围的事',
      act: '补充时间、地点、数量或走访到的实例',
      source: '代表法36、BJ9',
      passage: { field: 'facts', item: 0, start: 0, end: facts.length },
    },
  ];
}

function forbiddenKinds({ title, facts, demands }: Words): readonly WritingAdvice[] {
  const advice = FORBIDDEN_KINDS.flatMap(({ ground, within, signs, message, act, source }) => {
    const places = [
      { field: 'title', item: 0, words: title } as const,
      ...(within === 'anywhere' ? [{ field: 'facts', item: 0, words: facts } as const] : []),
      ...demands.map((words, item) => ({ field: 'demands', item, words }) as const),
    ];
    for (const { field, item, words } of places) {
      for (const sign of signs) {
        const found = sign.exec(words);
        if (found === null) continue;
        const passage = passageOf(found, field, item);
        return [{ code: 'forbidden-kind' as const, ground, message, act, source, passage }];
      }
    }
    return [];
  });
  return [...advice, ...noContent({ title, facts, demands })];
}

/** 没有实际内容的: all demands are general, and the facts name nothing at all. */
function noContent({ facts, demands }: Words): readonly WritingAdvice[] {
  const said = demands.filter((demand) => demand.trim() !== '');
  if (said.length === 0 || facts.trim() === '' || !said.every(isGeneral) || isConcrete(facts)) return [];
  return [
    {
      code: 'forbidden-kind',
      ground: 'no-content',
      message: '情况和建议都没有实际内容，这样的建议不作为建议处理',
      act: '举出一处实例，并写明希望解决到什么程度',
      source: 'SD6、SH8',
      passage: { field: 'facts', item: 0, start: 0, end: facts.length },
    },
  ];
}

function passageOf(found: RegExpExecArray, field: Passage['field'], item = 0): Passage {
  return { field, item, start: found.index, end: found.index + found[0].length };
}
