import { chineseDate } from '../document/chinese-date.ts';
import { fields, officialDocument, type OfficialDocument } from '../document/official-document.ts';
import { numbered, type CaseName } from './case-name.ts';
import { roleWord, type UnitRole } from './unit-role.ts';

/** 改办单 (T12). The statutory clock counts from the first 交办 whoever handles it. */
export interface ReassignmentSlip {
  readonly suggestion: CaseName;
  readonly office: string;
  readonly fromUnit: string;
  readonly unit: string;
  readonly role: UnitRole;
  readonly reason: string;
  readonly firstAssignedOn: string;
  readonly reassignedOn: string;
  /** '' when it is not known here. */
  readonly dueOn: string;
}

export function reassignmentSlip(facts: ReassignmentSlip): OfficialDocument {
  return officialDocument({
    title: '代表建议改办单',
    blocks: [
      fields(
        ['建议', numbered(facts.suggestion)],
        ['标题', facts.suggestion.title],
        ['原承办单位', facts.fromUnit],
        ['现承办单位', `${facts.unit}（${roleWord(facts.role)}）`],
        ['改办理由', facts.reason],
        ['首次交办日期', chineseDate(facts.firstAssignedOn)],
        ['改办日期', chineseDate(facts.reassignedOn)],
        [
          '答复期限',
          facts.dueOn === '' ? '' : `${chineseDate(facts.dueOn)}，自首次交办之日起计算，不因改办顺延`,
        ],
      ),
    ],
    signature: { bodies: [facts.office], on: facts.reassignedOn },
  });
}
