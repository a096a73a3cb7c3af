import { officialDocument, paragraph, type OfficialDocument } from '../document/official-document.ts';
import { addressed, type Deputies } from './addressees.ts';
import type { CaseName } from './case-name.ts';

/** 不作为建议处理告知 (T5): the reason, and what the deputy can do. */
export interface DeclineNotice {
  readonly suggestion: CaseName;
  readonly office: string;
  readonly deputies: Deputies;
  /** The ground in words, e.g. `涉及本人及亲属的个人事项`. */
  readonly ground: string;
  readonly explanation: string;
  readonly declinedOn: string;
}

export function declineNotice(facts: DeclineNotice): OfficialDocument {
  return officialDocument({
    form: 'letter',
    letterhead: facts.office,
    title: `关于《${facts.suggestion.title}》不作为代表建议处理的告知`,
    salutation: addressed(facts.deputies),
    blocks: [
      paragraph(
        `您提出的《${facts.suggestion.title}》收悉。经审核，属于“${facts.ground}”的情形，依照有关规定不作为代表建议、批评和意见处理。`,
      ),
      paragraph(`说明：${facts.explanation}`),
      paragraph('您可以按说明修改后重新提出，也可以通过其他渠道反映。有不清楚的，请与我们联系。'),
    ],
    signature: { bodies: [facts.office], on: facts.declinedOn },
  });
}
