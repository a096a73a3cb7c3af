import type { Schemas } from '../api/client.ts';
import type { ReplyText } from './reply-text.ts';

type AssignmentFile = Schemas['AssignmentFile'];

/** One thing that a reply must or should have before it is signed, and where it is mended. */
export interface ReplyCheck {
  readonly level: 'must' | 'should' | 'done';
  readonly text: string;
  /** Id of the field on this page; '' where the case page is the place. */
  readonly place: string;
}

/**
 * The checks of domain.md §4.3 while the reply is being written, in the order of the page. The server decides again
 * when it is signed.
 */
export function replyChecks(of: {
  readonly text: ReplyText;
  readonly file: AssignmentFile;
  readonly today: string;
  readonly unitName: (unitId: string) => string;
}): readonly ReplyCheck[] {
  const { text, file, today } = of;
  return [
    ...gateChecks(file),
    text.resultClass === ''
      ? must('还没有定办理结果类别', 'result-class')
      : done(`办理结果类别 ${text.resultClass}`, 'result-class'),
    ...evidenceChecks(text, today),
    ...demandChecks(text, file),
    ...opinionChecks(of),
    ...wordChecks(text),
  ];
}

/** What has to be done in the case before any reply, in its order (decisions.md 5). */
function gateChecks({ assignment, contacts, onSite }: AssignmentFile): readonly ReplyCheck[] {
  const closedFrom = GATES.findIndex(({ gate }) => gate === assignment.nextGate);
  const states = GATES.map(({ gate, missing, met }, index): ReplyCheck | undefined => {
    if (gate === 'on-site' && onSite === 'not-required') return undefined;
    if (closedFrom < 0 || index < closedFrom) return done(met, '');
    const isDone = gate === 'contact' && contacts.some(({ round }) => round === assignment.round);
    return isDone ? done(met, '') : must(missing, '');
  });
  return states.filter((check) => check !== undefined);
}

const GATES = [
  { gate: 'receipt', missing: '还没有签收', met: '已签收' },
  { gate: 'dual-confirmation', missing: '双确认还没有完成', met: '双确认已完成' },
  { gate: 'plan', missing: '办理方案还没有报，或“五个一”不齐', met: '办理方案已报' },
  { gate: 'on-site', missing: '现场会还没有开', met: '现场会已开' },
  { gate: 'contact', missing: '本轮还没有和代表沟通的记录', met: '本轮已和代表沟通' },
] as const;

/** Exactly what the class demands (domain.md §1.4). */
function evidenceChecks(
  { resultClass, evidence, promises }: ReplyText,
  today: string,
): readonly ReplyCheck[] {
  return [
    ...(resultClass === 'A'
      ? [
          filled(evidence.completedOn, ['A 类要写明办结日期', '办结日期已写明'], 'completed-on'),
          evidence.attachments.length > 0
            ? done('证明材料已附', 'attachments')
            : must('A 类要附证明材料', 'attachments'),
        ]
      : []),
    ...(resultClass === 'B' && promises.length === 0 ? [must('B 类要有承诺和时限', 'add-promise')] : []),
    ...(resultClass === 'C'
      ? [
          filled(evidence.lackingCondition, ['C 类要写明受限条件', '受限条件已写明'], 'lacking-condition'),
          filled(evidence.explainedBy, ['C 类要写明谁向代表解释', '解释人已写明'], 'explained-by'),
        ]
      : []),
    ...(resultClass === 'D'
      ? [filled(evidence.legalBasis, ['D 类要写明法律法规或政策依据', '依据已写明'], 'legal-basis')]
      : []),
    ...promises.map(({ text, dueOn }, index) => {
      const place = `promise-${index}`;
      if (text.trim() === '') return must(`承诺 ${index + 1} 没有写内容`, place);
      if (dueOn === '') return must(`承诺 ${index + 1} 没有写到期日`, place);
      return dueOn < today
        ? must(`承诺 ${index + 1} 的到期日早于今天`, place)
        : done(`承诺 ${index + 1} 有内容和到期日`, place);
    }),
  ];
}

/** Point by point (QD29). */
function demandChecks({ answers }: ReplyText, { demands }: AssignmentFile): readonly ReplyCheck[] {
  return answers.map((answer, index) => {
    const name = demands.length === 0 ? '答复内容' : `诉求 ${index + 1} `;
    return filled(answer, [`${name}还没有回应`, `${name}已回应`], `answer-${index + 1}`);
  });
}

/** No co-opinion is passed over in silence, and the accepted ones are stated (SD21). */
function opinionChecks(of: {
  readonly text: ReplyText;
  readonly file: AssignmentFile;
  readonly unitName: (unitId: string) => string;
}): readonly ReplyCheck[] {
  const { text, file, unitName } = of;
  return file.coOpinions.flatMap(({ opinionId, unitId, status }) => {
    const name = unitName(unitId);
    if (status === 'given') return [must(`${name}的协办意见还没有采纳或退回`, '')];
    if (status !== 'accepted') return [];
    const said = text.statements[opinionId] ?? '';
    return [filled(said, [`没有载明${name}的意见`, `${name}的意见已载明`], `opinion-${opinionId}`)];
  });
}

/** Empty words and thin answers are said, never held against the reply. */
function wordChecks({ opening, answers }: ReplyText): readonly ReplyCheck[] {
  const places = [
    { place: 'opening', words: opening },
    ...answers.map((words, index) => ({ place: `answer-${index + 1}`, words })),
  ];
  const empty = places.flatMap(({ place, words }) =>
    EMPTY_PHRASES.filter((phrase) => words.includes(phrase)).map((phrase) =>
      should(`“${phrase}”较空，写明做什么、何时做到`, place),
    ),
  );
  const thin = answers.flatMap((answer, index) =>
    answer.trim() !== '' && answer.trim().length < THIN_CHARACTERS
      ? [should(`第 ${index + 1} 条回应很短，代表可能看不出做了什么`, `answer-${index + 1}`)]
      : [],
  );
  return [...empty, ...thin, ...(opening.trim() === '' ? [should('没有写开头', 'opening')] : [])];
}

const EMPTY_PHRASES = ['进一步研究', '研究研究', '适时考虑', '积极争取', '高度重视', '下一步将研究', '酌情'];
/** An answer shorter than this says what, but hardly how and when. */
const THIN_CHARACTERS = 15;

function must(text: string, place: string): ReplyCheck {
  return { level: 'must', text, place };
}

function should(text: string, place: string): ReplyCheck {
  return { level: 'should', text, place };
}

function done(text: string, place: string): ReplyCheck {
  return { level: 'done', text, place };
}

function filled(words: string, [missing, met]: readonly [string, string], place: string): ReplyCheck {
  return words.trim() === '' ? must(missing, place) : done(met, place);
}
