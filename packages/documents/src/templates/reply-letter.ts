import { chineseDate } from '../document/chinese-date.ts';
import {
  heading,
  officialDocument,
  paragraph,
  type Block,
  type OfficialDocument,
} from '../document/official-document.ts';
import { addressed, type Deputies } from './addressees.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';
import { contactNote, type UnitContact } from './unit-contact.ts';

export type ResultClass = 'A' | 'B' | 'C' | 'D';

/** 公开属性 */
export type Disclosure = 'proactive' | 'on-request' | 'withheld';

/** 答复函 in the order of domain §4.3. What a draft has not yet is ''. */
export interface ReplyLetter {
  readonly suggestion: CaseName;
  readonly unit: string;
  readonly resultClass: ResultClass | '';
  readonly disclosure: Disclosure;
  readonly letterNumber: string;
  /** Name of the head who signed. */
  readonly signer: string;
  readonly deputies: Deputies;
  readonly round: number;
  readonly opening: string;
  readonly sections: readonly { readonly demand: string; readonly answer: string }[];
  readonly evidence: {
    readonly attachments: readonly string[];
    readonly completedOn: string;
    readonly lackingCondition: string;
    readonly explainedBy: string;
    readonly legalBasis: string;
  };
  readonly promises: readonly { readonly text: string; readonly dueOn: string }[];
  readonly coOpinions: readonly StatedOpinion[];
  /** Co-handlers that let the day for their opinion pass. */
  readonly missingCoOpinions: readonly { readonly unit: string; readonly reason: string }[];
  /** Of the unit. */
  readonly contact: UnitContact;
  readonly copies: readonly string[];
  /** '' for a draft, which prints as a preview. */
  readonly issuedOn: string;
}

/** What the reply says of a co-opinion; its signer is '' where it was given before opinions were signed. */
interface StatedOpinion {
  readonly unit: string;
  readonly statement: string;
  readonly signer: string;
  readonly signedOn: string;
}

const DISCLOSURES: Readonly<Record<Disclosure, string>> = {
  proactive: '主动公开',
  'on-request': '依申请公开',
  withheld: '不予公开',
};

/** Demands are cut in headings; the whole stands on the form. */
const MOST_OF_A_DEMAND = 40; // characters

export function replyLetter(facts: ReplyLetter): OfficialDocument {
  const isPreview = facts.issuedOn === '';
  return officialDocument({
    form: 'letter',
    letterhead: facts.unit,
    marks: [facts.resultClass === '' ? '类别未定' : `${facts.resultClass}类`, DISCLOSURES[facts.disclosure]],
    documentNumber: facts.letterNumber === '' && isPreview ? '（签发时编发文字号）' : facts.letterNumber,
    signer: facts.signer,
    title: `对${numbered(facts.suggestion)}的${facts.round > 1 ? '再次答复' : '答复'}`,
    salutation: addressed(facts.deputies),
    blocks: [
      paragraph(openingOf(facts)),
      ...(facts.opening.trim() === '' ? [] : [paragraph(facts.opening)]),
      ...facts.sections.flatMap(section),
      ...coOpinions(facts),
      ...resultBasis(facts),
      ...promises(facts),
      paragraph(
        '感谢您对我们工作的关心和支持。对以上答复您有什么意见，请填写《征询意见表》，直接反馈给人大常委会代表工作机构。',
      ),
    ],
    signature: { bodies: [facts.unit], on: isPreview ? '（签发日期）' : facts.issuedOn },
    notes: [contactNote(facts.unit, facts.contact), `公开属性：${DISCLOSURES[facts.disclosure]}`],
    copies: facts.copies,
    isPreview,
  });
}

function openingOf({ suggestion, coOpinions: stated }: ReplyLetter): string {
  const units = stated.map(({ unit }) => unit).filter((unit) => unit !== '');
  const together = units.length === 0 ? '' : `经会同${units.join('、')}研究办理，`;
  return `您提出的${quoted(suggestion)}收悉，${together}现答复如下：`;
}

function section({ demand, answer }: { readonly demand: string; readonly answer: string }): Block[] {
  const title = demand.trim() === '' ? '有关情况' : `关于“${shortened(demand)}”`;
  return [heading(1, title), paragraph(answer.trim() === '' ? '（尚未答复）' : answer)];
}

function shortened(demand: string): string {
  const characters = Array.from(demand.replaceAll(/\s+/g, ' ').replace(/[。；;.]$/u, ''));
  if (characters.length <= MOST_OF_A_DEMAND) return characters.join('');
  return `${characters.slice(0, MOST_OF_A_DEMAND).join('')}……`;
}

/** Each unit with its words and who signed for it, then the units that said nothing. */
function coOpinions({ coOpinions: stated, missingCoOpinions: missing }: ReplyLetter): Block[] {
  if (stated.length + missing.length === 0) return [];
  return [
    heading(1, '协办意见'),
    ...stated.map((each) => paragraph(`${each.unit}${signature(each)}：${each.statement}`)),
    ...missing.map(({ unit, reason }) => paragraph(`${unit}逾期未出具协办意见：${reason}`)),
  ];
}

function signature({ signer, signedOn }: StatedOpinion): string {
  return signer === '' ? '' : `（${signer}${chineseDate(signedOn)}签发）`;
}

/** What the class rests on (domain §1.4). */
function resultBasis({ resultClass, evidence }: ReplyLetter): Block[] {
  switch (resultClass) {
    case '':
    case 'B':
      return [];
    case 'A': {
      const done =
        evidence.completedOn === '' ? '' : `以上事项已于${chineseDate(evidence.completedOn)}办结。`;
      const proof = evidence.attachments.length === 0 ? '' : `证明材料：${evidence.attachments.join('、')}。`;
      return done + proof === '' ? [] : [heading(1, '办结情况'), paragraph(done + proof)];
    }
    case 'C': {
      const why =
        evidence.lackingCondition === '' ? '' : `受以下条件限制暂不能解决：${evidence.lackingCondition}`;
      const who = evidence.explainedBy === '' ? '' : `\n已由${evidence.explainedBy}向您说明。`;
      return why + who === '' ? [] : [heading(1, '暂不能解决的原因'), paragraph(why + who)];
    }
    case 'D':
      return evidence.legalBasis === ''
        ? []
        : [heading(1, '法律法规和政策依据'), paragraph(evidence.legalBasis)];
  }
}

function promises({ promises: made }: ReplyLetter): Block[] {
  if (made.length === 0) return [];
  const rows = made.map(({ text, dueOn }) => [text, chineseDate(dueOn)]);
  return [heading(1, '承诺事项'), { kind: 'grid', widths: [3, 1], head: ['事项', '完成时限'], rows }];
}
