import { chineseDate } from '../document/chinese-date.ts';
import { officialDocument, paragraph, type OfficialDocument } from '../document/official-document.ts';
import { addressed, type Deputies } from './addressees.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';

/** 延期告知: the deputy learns of a granted extension (QD25). */
export interface ExtensionNotice {
  readonly suggestion: CaseName;
  readonly office: string;
  readonly unit: string;
  readonly deputies: Deputies;
  readonly grounds: string;
  readonly decidedOn: string;
  /** The new due date; '' when it is not known here. */
  readonly dueOn: string;
}

export function extensionNotice(facts: ExtensionNotice): OfficialDocument {
  const until = facts.dueOn === '' ? '自交办之日起最迟六个月' : chineseDate(facts.dueOn);
  return officialDocument({
    form: 'letter',
    letterhead: facts.office,
    title: `关于${numbered(facts.suggestion)}延期答复的告知`,
    salutation: addressed(facts.deputies),
    blocks: [
      paragraph(
        `您提出的${quoted(facts.suggestion)}由${facts.unit}办理。该单位申请延期答复，经研究同意，答复期限延至${until}。`,
      ),
      paragraph(`延期理由：${facts.grounds}`),
      paragraph('办理期间承办单位会继续与您沟通。对延期有意见的，请向我们提出。'),
    ],
    signature: { bodies: [facts.office], on: facts.decidedOn },
  });
}
