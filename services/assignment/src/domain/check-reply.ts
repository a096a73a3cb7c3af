import type { Circumstances } from './clock-fact.ts';
import { awaitedOpinions, opinionsOf } from './co-opinion.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { faceToFaceOf } from './face-to-face.ts';
import { emptyPassages, type ReplyDraft } from './reply-draft.ts';
import { contactMissing, faceToFaceMissing, firstClosedGate, gateRefusal } from './reply-gates.ts';
import { classEvidenceGap, promiseGap } from './result-class.ts';
import type { Share } from './share.ts';
import type { SuggestionCase } from './suggestion-case.ts';

/** What is looked at: the road so far, then the letter's parts in the order of the page. */
type Subject =
  | 'gate'
  | 'contact'
  | 'face-to-face'
  | 'class'
  | 'evidence'
  | 'promises'
  | 'demand'
  | 'co-opinion'
  | 'wording';

/** Where in the draft a check means; what does not apply is 0 or ''. */
interface Place {
  /** 1 for the first demand. */
  readonly demandNumber: number;
  /** Index in the draft's sections; -1 for the opening or none. */
  readonly section: number;
  readonly opinionId: string;
  /** The co-handler. */
  readonly unitId: string;
  /** The words meant, as they stand there. */
  readonly passage: string;
}

/** One check of a reply (domain §4.3 a–f). `must` holds back signing, `advice` never does. */
export type ReplyCheck = Place & { readonly subject: Subject; readonly words: string } & (
    | { readonly state: 'done' }
    | { readonly state: 'advice'; readonly code: 'empty-phrase' }
    | { readonly state: 'must'; readonly refusal: AssignmentRejection }
  );

const NOWHERE: Place = { demandNumber: 0, section: -1, opinionId: '', unitId: '', passage: '' };

/**
 * Everything a reply must have before its head may sign, each with its state: gates, contact and face to face, class with
 * its evidence (§1.4), a promise with its day for B, an answer to each demand, each accepted co-opinion; and, as
 * advice, words that say nothing. Signing refuses with the first must.
 */
export function checkReply(
  suggestion: SuggestionCase,
  of: { readonly share: Share; readonly draft: ReplyDraft },
  under: Circumstances,
): readonly ReplyCheck[] {
  const { draft } = of;
  return [
    gateCheck(suggestion, of.share),
    contactCheck(of.share),
    faceToFaceCheck(of.share),
    ...classChecks(draft, under),
    ...demandChecks(suggestion, draft),
    ...coOpinionChecks(suggestion, draft),
    ...awaitedChecks(suggestion, draft, under),
    ...wordingChecks(draft),
  ];
}

/** The first thing that holds back signing. */
export function firstMust(checks: readonly ReplyCheck[]): AssignmentRejection | undefined {
  return checks.find((check) => check.state === 'must')?.refusal;
}

function checked(
  subject: Subject,
  refusal: AssignmentRejection | undefined,
  done: string,
  place: Partial<Place> = {},
): ReplyCheck {
  const at = { subject, ...NOWHERE, ...place };
  return refusal === undefined
    ? { ...at, state: 'done', words: done }
    : { ...at, state: 'must', words: refusal.message, refusal };
}

/** Contact and face to face have lines of their own. */
function gateCheck(suggestion: SuggestionCase, share: Share): ReplyCheck {
  const gate = firstClosedGate(suggestion, share);
  const hasOwnLine = gate === 'contact' || gate === 'face-to-face';
  return checked(
    'gate',
    hasOwnLine ? undefined : gateRefusal(suggestion, share),
    '签收、双确认、方案、现场会齐备',
  );
}

function contactCheck({ contacts }: Share): ReplyCheck {
  const missing = contacts.inRound > 0 ? undefined : contactMissing();
  return checked('contact', missing, `本轮已与代表沟通 ${contacts.inRound} 次`);
}

/** SD20: face to face first; what came in its way is on record. */
function faceToFaceCheck(share: Share): ReplyCheck {
  const tried = faceToFaceOf(share);
  const missing = tried === 'none' ? faceToFaceMissing() : undefined;
  return checked(
    'face-to-face',
    missing,
    tried === 'met' ? '本轮已与代表当面沟通' : '本轮已尝试当面沟通，未成的原因已记录',
  );
}

function classChecks(draft: ReplyDraft, under: Circumstances): ReplyCheck[] {
  const { resultClass, promises } = draft;
  if (resultClass === '') {
    const missing = refuse('wrong-state', 'reply-class-missing', '请确定办理结果类别（A、B、C、D）');
    return [checked('class', missing, '')];
  }
  return [
    checked('class', undefined, `办理结果类别 ${resultClass}`),
    checked('evidence', classEvidenceGap({ ...draft, resultClass }), `${resultClass} 类所需的依据齐备`),
    ...(promises.length === 0
      ? []
      : [checked('promises', promiseGap(promises, under.today), '承诺事项有内容和时限')]),
  ];
}

/** Point by point (QD29): each demand has a section; a suggestion without listed demands has at least one. */
function demandChecks(suggestion: SuggestionCase, draft: ReplyDraft): ReplyCheck[] {
  const answers = draft.sections.map(({ demandNumber, answer }) =>
    answer.trim() === '' ? -1 : demandNumber,
  );
  const demands = suggestion.demands.map((_, index) => {
    const demandNumber = index + 1;
    const section = answers.indexOf(demandNumber);
    const silent = refuse('wrong-state', 'demand-unanswered', `第${demandNumber}条建议尚未答复，请逐条答复`, {
      detail: { demandNumber },
    });
    const done = `第${demandNumber}条建议已答复`;
    return checked('demand', section >= 0 ? undefined : silent, done, { demandNumber, section });
  });
  if (demands.length > 0 || answers.some((answer) => answer >= 0)) return demands;
  return [checked('demand', refuse('wrong-state', 'demand-unanswered', '答复没有内容，请逐条答复'), '')];
}

/** Opinions are judged first, so that none is passed over in silence; the accepted ones are stated (SD21). */
function coOpinionChecks(suggestion: SuggestionCase, draft: ReplyDraft): ReplyCheck[] {
  const waiting = opinionsOf(suggestion, 'given').map(({ id, unitId }) => {
    const refusal = refuse('wrong-state', 'co-opinion-not-judged', '还有协办意见未处理，请先采纳或退回', {
      detail: { unitId },
    });
    return checked('co-opinion', refusal, '', { opinionId: id, unitId });
  });
  const accepted = opinionsOf(suggestion, 'accepted').map(({ id, unitId }) => {
    const isStated = draft.coOpinions.some((said) => said.opinionId === id && said.statement.trim() !== '');
    const refusal = refuse('wrong-state', 'co-opinion-not-stated', '答复须载明每份已采纳的协办意见', {
      detail: { unitId },
    });
    const place = { opinionId: id, unitId };
    return checked('co-opinion', isStated ? undefined : refusal, '协办意见已载明', place);
  });
  return [...waiting, ...accepted];
}

/** Every co-handler is heard; of one no longer waited for the reply says why it goes without (SD21). */
function awaitedChecks(suggestion: SuggestionCase, draft: ReplyDraft, under: Circumstances): ReplyCheck[] {
  return awaitedOpinions(suggestion, under).map(({ unitId, dueOn, overdue }) => {
    const detail = { unitId, dueOn };
    const awaited = refuse(
      'wrong-state',
      'co-opinion-awaited',
      dueOn === ''
        ? '协办单位还没有签收，协办意见未出具；临近答复期限仍未出具的，可在答复中说明原因后签发'
        : `协办意见未出具，期限到${dueOn}；期满或临近答复期限仍未出具的，可在答复中说明原因后签发`,
      { detail },
    );
    if (!overdue) return checked('co-opinion', awaited, '', { unitId });
    const said = draft.missingCoOpinions?.some((one) => one.unitId === unitId && one.reason.trim() !== '');
    const unexplained = refuse(
      'wrong-state',
      'co-opinion-absence-unexplained',
      '协办单位未出具协办意见，请在答复中说明原因',
      { detail },
    );
    const refusal = said === true ? undefined : unexplained;
    return checked('co-opinion', refusal, '已说明未出具协办意见的原因', { unitId });
  });
}

function wordingChecks(draft: ReplyDraft): ReplyCheck[] {
  return emptyPassages(draft).map(({ section, demandNumber, passage }) => ({
    ...{ subject: 'wording', state: 'advice', code: 'empty-phrase', opinionId: '', unitId: '' },
    ...{ section, demandNumber, passage, words: `“${passage}”没有说明做什么、何时做，建议写具体` },
  }));
}
