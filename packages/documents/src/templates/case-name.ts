import { chineseNumber } from '../document/chinese-number.ts';

/** How documents name a case. */
export interface CaseName {
  readonly title: string;
  /** As people say it, e.g. `第30号`. */
  readonly displayNumber: string;
  /** 届次 of the congress it was submitted to; undefined for one between sessions. */
  readonly congress: { readonly body: string; readonly term: number; readonly session: number } | undefined;
}

/** `第30号` of a machine number `990103-19-4-0030` or `990103-19-B2026-0008` (decisions 27); '' without one. */
export function displayNumberOf(number: string): string {
  const running = /-(\d+)$/.exec(number)?.[1];
  return running === undefined ? '' : `第${Number(running)}号`;
}

/** 届次 as a machine number has them; undefined for one between sessions. */
export function congressOf(number: string, body: string): CaseName['congress'] {
  const match = /^[^-]+-(\d{1,3})-(\d{1,3})-\d+$/.exec(number);
  return match === null ? undefined : { body, term: Number(match[1]), session: Number(match[2]) };
}

/** 《标题》（第30号） */
export function quoted({ title, displayNumber }: CaseName): string {
  return displayNumber === '' ? `《${title}》` : `《${title}》（${displayNumber}）`;
}

/** `东湖区第十九届人民代表大会第四次会议第30号代表建议`, or `闭会期间第8号代表建议`. */
export function numbered({ displayNumber, congress }: CaseName): string {
  const where =
    congress === undefined
      ? '闭会期间'
      : `${congress.body}第${chineseNumber(congress.term)}届人民代表大会第${chineseNumber(congress.session)}次会议`;
  return `${where}${displayNumber}代表建议`;
}
