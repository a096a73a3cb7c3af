import { chineseDate } from '../document/chinese-date.ts';
import { fields, officialDocument, paragraph, type OfficialDocument } from '../document/official-document.ts';
import { BLANK } from './blank.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';
import { roleWord, type UnitRole } from './unit-role.ts';

/** 交办通知 with its 交办单 (T9). */
export interface AssignmentNotice {
  readonly suggestion: CaseName;
  readonly office: string;
  readonly unit: string;
  readonly role: UnitRole;
  /** Every unit that takes part, this one too. */
  readonly units: readonly { readonly unit: string; readonly role: UnitRole }[];
  readonly isKey: boolean;
  readonly handlingType: '' | 'general' | 'complex';
  readonly demands: readonly string[];
  /** File names of the suggestion's attachments. */
  readonly attachments: readonly string[];
  /** Whom the unit asks about it. */
  readonly contact: OfficeContact;
  readonly assignedOn: string;
  /** Day the reply (co-handlers: the opinion) is due; '' when it is not known here. */
  readonly dueOn: string;
}

/** 机关联系人, found when the letter is printed and kept in no fact (decisions 21); '' is a line to be filled by hand. */
export interface OfficeContact {
  readonly name: string;
  readonly phone: string;
  /** Of the contact, where it is not the one that the letter is from; '' where it is. */
  readonly office: string;
}

export function assignmentNotice(facts: AssignmentNotice): OfficialDocument {
  const what = facts.role === 'co' ? '协办意见' : '答复';
  const due = facts.dueOn === '' ? '法定期限内' : `${chineseDate(facts.dueOn)}前`;
  return officialDocument({
    form: 'letter',
    letterhead: facts.office,
    title: `关于交办${numbered(facts.suggestion)}的通知`,
    salutation: facts.unit,
    blocks: [
      paragraph(
        `现将代表提出的${quoted(facts.suggestion)}交你单位${roleWord(facts.role)}，请依法认真研究办理。`,
      ),
      ...(facts.role === 'reference' ? [] : [paragraph(duty(facts.role, { due, what }))]),
      fields(
        ['建议编号', facts.suggestion.displayNumber],
        ['标题', facts.suggestion.title],
        ['承办单位', facts.units.map(({ unit, role }) => `${unit}（${roleWord(role)}）`).join('\n')],
        ['办理类别', handling(facts)],
        ['建议内容', facts.demands.map((demand, index) => `${index + 1}.${demand}`).join('\n')],
        ['建议附件', facts.attachments.length === 0 ? '无' : facts.attachments.join('、')],
        ['交办日期', chineseDate(facts.assignedOn)],
        [`${what}期限`, facts.role === 'reference' ? '' : chineseDate(facts.dueOn)],
        ['机关联系人', whom(facts.contact)],
        ['联系电话', facts.contact.phone || BLANK],
      ),
    ],
    signature: { bodies: [facts.office], on: facts.assignedOn },
  });
}

function duty(role: UnitRole, { due, what }: { due: string; what: string }): string {
  if (role === 'co') return `请在${due}向主办单位提出${what}，写明事实、意见和可以承担的工作。`;
  return (
    `请主动与代表联系沟通、充分听取意见，在${due}逐条${what}。答复函首页右上角标明办理结果类别（A、B、C、D）和公开属性，` +
    `由主要负责人签发，抄送本机关；不属于职责范围的，请在规定期限内书面申退，不得自行转办。`
  );
}

function handling({ handlingType, isKey }: AssignmentNotice): string {
  const type = { '': '', general: '一般', complex: '复杂' }[handlingType];
  return [type, isKey ? '重点督办' : ''].filter((word) => word !== '').join('、');
}

function whom({ name, office }: OfficeContact): string {
  return `${name || BLANK}${office === '' ? '' : `（${office}）`}`;
}
