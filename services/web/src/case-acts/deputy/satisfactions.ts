import { word } from '../../design/words.ts';

const CODES = ['satisfied', 'basically-satisfied', 'dissatisfied', 'no-statement'] as const;

export type Satisfaction = (typeof CODES)[number];

/** 满意、基本满意、不满意、未表态: the last is chosen, and is not the same as no answer. */
export const SATISFACTIONS = CODES.map((value) => ({ value, label: word('satisfaction', value) }));

export const CLASS_OPINIONS = [
  { value: 'agreed', label: '相符' },
  { value: 'disagreed', label: '不相符' },
] as const;
