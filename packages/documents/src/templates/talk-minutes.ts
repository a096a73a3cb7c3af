import { chineseDate } from '../document/chinese-date.ts';
import {
  fields,
  heading,
  officialDocument,
  paragraph,
  type Block,
  type OfficialDocument,
} from '../document/official-document.ts';
import { quoted, type CaseName } from './case-name.ts';

/** 约谈纪要 with the undertaking 承诺 (domain §2.5) and, once it was checked, what came of it. */
export interface TalkMinutes {
  readonly suggestion: CaseName;
  readonly office: string;
  readonly unit: string;
  /** Who came for the unit; '' when it is not known here. */
  readonly attendedBy: string;
  readonly problems: string;
  /** '' on a talk from before they were kept. */
  readonly minutes: string;
  readonly undertaking: string;
  readonly heldOn: string;
  readonly checkOn: string;
  readonly check: { readonly kept: boolean; readonly findings: string; readonly on: string } | undefined;
}

export function talkMinutes(facts: TalkMinutes): OfficialDocument {
  return officialDocument({
    title: '代表建议办理约谈纪要',
    blocks: [
      fields(
        ['建议', quoted(facts.suggestion)],
        ['约谈机关', facts.office],
        ['被约谈单位', facts.unit],
        ['单位参加人', facts.attendedBy],
        ['约谈日期', chineseDate(facts.heldOn)],
        ['复查日期', chineseDate(facts.checkOn)],
      ),
      ...part('约谈事由', facts.problems),
      ...part('约谈情况', facts.minutes),
      ...part('单位承诺', facts.undertaking),
      ...checked(facts.check),
      // Nobody signs here in the system: the paper is signed by hand.
      fields(['单位负责人签名', '（签名、日期）']),
    ],
    signature: { bodies: [facts.office], on: facts.heldOn },
  });
}

function part(title: string, text: string): Block[] {
  return text === '' ? [] : [heading(1, title), paragraph(text)];
}

function checked(check: TalkMinutes['check']): Block[] {
  if (check === undefined) return [];
  const verdict = check.kept ? '承诺已经做到。' : '承诺没有做到。';
  return [heading(1, '复查结果'), paragraph(`${chineseDate(check.on)}复查，${verdict}${check.findings}`)];
}
