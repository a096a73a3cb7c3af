import { chineseDate } from '../document/chinese-date.ts';
import { fields, officialDocument, type OfficialDocument } from '../document/official-document.ts';
import { quoted, type CaseName } from './case-name.ts';

/** 沟通记录: every contact of one unit with the deputy about one suggestion (代表法51). */
export interface ContactRecord {
  readonly suggestion: CaseName;
  readonly unit: string;
  readonly contacts: readonly {
    readonly form: 'visit' | 'telephone' | 'letter' | 'seminar';
    readonly on: string;
    readonly round: number;
    /** '' where it was recorded before summaries were kept here. */
    readonly summary: string;
    readonly outcome: ContactOutcome;
  }[];
}

/** Talked, or an attempt that the deputy declined or that failed. */
export type ContactOutcome = 'talked' | 'declined' | 'failed';

const OUTCOMES = { talked: '', declined: '代表婉拒见面：', failed: '未能见到代表：' } as const;

const FORMS = { visit: '上门走访', telephone: '电话', letter: '信函', seminar: '座谈' } as const;

export function contactRecord(facts: ContactRecord): OfficialDocument {
  return officialDocument({
    title: '与代表沟通记录',
    blocks: [
      fields(['建议', quoted(facts.suggestion)], ['承办单位', facts.unit]),
      {
        kind: 'grid',
        widths: [3, 2, 2, 7],
        head: ['日期', '方式', '轮次', '沟通内容'],
        rows: facts.contacts.map(({ form, on, round, summary, outcome }) => [
          chineseDate(on),
          FORMS[form],
          `第${round}轮`,
          `${OUTCOMES[outcome]}${summary}`,
        ]),
      },
    ],
  });
}
