import { chineseDate } from '../document/chinese-date.ts';
import {
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';

/** 延期申请 (T18; SD19): why, and that the deputy was heard. */
export interface ExtensionRequest {
  readonly suggestion: CaseName;
  readonly unit: string;
  readonly office: string;
  readonly grounds: string;
  readonly assignedOn: string;
  readonly contactsOn: readonly string[];
  readonly requestedOn: string;
}

export function extensionRequest(facts: ExtensionRequest): OfficialDocument {
  const contacts = facts.contactsOn.map(chineseDate).join('、');
  return officialDocument({
    form: 'letter',
    letterhead: facts.unit,
    title: `关于${numbered(facts.suggestion)}延期答复的申请`,
    salutation: facts.office,
    blocks: [
      paragraph(
        `${chineseDate(facts.assignedOn)}交我单位办理的${quoted(facts.suggestion)}，涉及面广、处理难度较大，不能在三个月内答复，` +
          `现申请延期，自交办之日起最迟不超过六个月。`,
      ),
      heading(1, '延期理由'),
      paragraph(facts.grounds),
      heading(1, '与代表沟通情况'),
      paragraph(contacts === '' ? '尚无沟通记录。' : `已于${contacts}与代表沟通。`),
    ],
    signature: { bodies: [facts.unit], on: facts.requestedOn },
  });
}
