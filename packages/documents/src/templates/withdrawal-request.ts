import { officialDocument, paragraph, type OfficialDocument } from '../document/official-document.ts';
import type { Deputies } from './addressees.ts';
import { named } from './addressees.ts';
import { quoted, type CaseName } from './case-name.ts';

/** 撤回申请 (T29; SD9, SH10): in writing, by all who signed. */
export interface WithdrawalRequest {
  readonly suggestion: CaseName;
  readonly office: string;
  readonly signedBy: Deputies;
  readonly reason: string;
  readonly requestedOn: string;
}

export function withdrawalRequest(facts: WithdrawalRequest): OfficialDocument {
  return officialDocument({
    title: '撤回代表建议申请',
    salutation: facts.office,
    blocks: [
      paragraph(`我们提出的${quoted(facts.suggestion)}，现申请撤回，请终止办理。`),
      ...(facts.reason === '' ? [] : [paragraph(`撤回理由：${facts.reason}`)]),
      paragraph('领衔代表和全体联名代表均已在系统中确认撤回。'),
    ],
    signature: { bodies: [named(facts.signedBy)], on: facts.requestedOn },
  });
}
