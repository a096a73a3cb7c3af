import { chineseDate } from '../document/chinese-date.ts';
import {
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';
import { gapList } from './gaps.ts';

/** 整改通知 (T25): what the look-back 回头看 found short of the reply; it comes back until met. */
export interface RectificationNotice {
  readonly suggestion: CaseName;
  readonly office: string;
  readonly unit: string;
  readonly gaps: readonly string[];
  /** 1 for the first, +1 after each rejection. */
  readonly attempt: number;
  /** Day of the look-back; '' when it is not known here. */
  readonly judgedOn: string;
  /** Why the attempt before was not enough; '' for the first. */
  readonly rejection: string;
  readonly orderedOn: string;
  /** '' when it is not known here. */
  readonly dueOn: string;
}

export function rectificationNotice(facts: RectificationNotice): OfficialDocument {
  const due = facts.dueOn === '' ? '规定期限内' : `${chineseDate(facts.dueOn)}前`;
  const again = facts.attempt > 1;
  return officialDocument({
    form: 'letter',
    letterhead: facts.office,
    title: `关于${numbered(facts.suggestion)}${again ? '继续' : ''}整改的通知`,
    salutation: facts.unit,
    blocks: [
      paragraph(
        `${chineseDate(facts.judgedOn)}对你单位办理的${quoted(facts.suggestion)}“回头看”，实际情况与答复有差距，现要求整改。`,
      ),
      heading(1, '需要整改的问题'),
      ...gapList(facts.gaps),
      ...(facts.rejection === '' ? [] : [heading(1, '上次整改没有通过的理由'), paragraph(facts.rejection)]),
      paragraph(`请逐项整改，在${due}提交整改报告，由领衔代表验收；没有达到要求的，继续整改。`),
    ],
    signature: { bodies: [facts.office], on: facts.orderedOn },
  });
}
