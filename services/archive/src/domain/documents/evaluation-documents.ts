import { rectificationNotice } from '@huiyin/documents/templates/rectification-notice';
import { rectificationReport } from '@huiyin/documents/templates/rectification-report';
import { rehandlingNotice } from '@huiyin/documents/templates/rehandling-notice';
import { count, flag, text, texts } from '../fact.ts';
import {
  caseName,
  dayOf,
  dueOf,
  factsOf,
  unitName,
  type CaseDocument,
  type CaseSource,
  type ReasonedFact,
} from './case-source.ts';

/** What evaluation gives as the reason of an order by itself; events from before it said `automatic` tell no more. */
const AUTOMATIC_REASONS = ['代表评价为不满意', '专题研究后重新办理'];

/** What comes back to a unit after its reply: 重新办理通知, 整改通知, 整改报告. */
export function evaluationDocuments(source: CaseSource): CaseDocument[] {
  return [
    ...factsOf(source, 'rehandling-ordered').map((fact) => rehandling(source, fact)),
    ...factsOf(source, 'rectification-ordered').map((fact) => ordered(source, fact)),
    ...factsOf(source, 'rectification-submitted').flatMap((fact) => reported(source, fact)),
  ];
}

function rehandling(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const [unitId, assignmentId] = [text(fact, 'unitId'), text(fact, 'assignmentId')];
  const [round, orderedOn] = [count(fact, 'round'), dayOf(fact, 'orderedOn')];
  return {
    ...{ kind: 'rehandling-notice', of: `${assignmentId}-${round}`, unitId, assignmentId },
    ...{ title: `重新办理通知（${unitName(source, unitId)}）`, onDate: orderedOn },
    // It tells what the deputies thought of the reply.
    ...{ needs: ['evaluation'], people: [] },
    compose: () =>
      rehandlingNotice({
        ...{ suggestion: caseName(source), office: source.desk, unit: unitName(source, unitId) },
        ...{ round, orderedOn, focus: isAutomatic(fact) ? '' : fact.reason },
        reasons: dissatisfiedIn(source, { assignmentId, round: round - 1, by: fact.occurredAt }),
        dueOn: dueOf(source, 'rehandle_reply', assignmentId, round),
      }),
  };
}

function isAutomatic(ordered: ReasonedFact): boolean {
  return flag(ordered, 'automatic') || AUTOMATIC_REASONS.includes(ordered.reason);
}

/** In the order in which the deputies evaluated; a notice that is issued does not change with what they say later. */
function dissatisfiedIn(
  source: CaseSource,
  of: { readonly assignmentId: string; readonly round: number; readonly by: Date },
): string[] {
  return factsOf(source, 'suggestion-evaluated')
    .filter((fact) => text(fact, 'assignmentId') === of.assignmentId && count(fact, 'round') === of.round)
    .filter(({ occurredAt }) => occurredAt <= of.by)
    .filter((fact) => [text(fact, 'attitude'), text(fact, 'result')].includes('dissatisfied'))
    .map((fact) => text(fact, 'reasons'))
    .filter((reasons) => reasons !== '');
}

function ordered(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const [unitId, id] = [text(fact, 'unitId'), text(fact, 'rectificationId')];
  const [attempt, assignmentId] = [count(fact, 'attempt'), text(fact, 'assignmentId')];
  const rejected = factsOf(source, 'rectification-rejected').find(
    (each) => text(each, 'rectificationId') === id && count(each, 'attempt') === attempt - 1,
  );
  const judged = factsOf(source, 'look-back-judged').findLast(
    (each) => text(each, 'assignmentId') === assignmentId && each.occurredAt <= fact.occurredAt,
  );
  return {
    ...{ kind: 'rectification-notice', of: `${id}-${attempt}`, unitId, assignmentId },
    ...{ title: `整改通知（${unitName(source, unitId)}）`, onDate: dayOf(fact, '') },
    ...{ needs: ['contact-records'], people: [] },
    compose: () =>
      rectificationNotice({
        ...{ suggestion: caseName(source), office: source.desk, unit: unitName(source, unitId) },
        ...{ gaps: texts(fact, 'gaps'), attempt, orderedOn: dayOf(fact, '') },
        judgedOn: judged === undefined ? '' : dayOf(judged, 'judgedOn'),
        rejection: rejected === undefined ? '' : text(rejected, 'explanation'),
        dueOn: dueOf(source, 'rectification', id, attempt),
      }),
  };
}

function reported(source: CaseSource, fact: ReasonedFact): CaseDocument[] {
  const [id, attempt] = [text(fact, 'rectificationId'), count(fact, 'attempt')];
  const order = factsOf(source, 'rectification-ordered').find(
    (each) => text(each, 'rectificationId') === id && count(each, 'attempt') === attempt,
  );
  if (order === undefined) return [];
  const [unitId, submittedOn] = [text(order, 'unitId'), dayOf(fact, 'submittedOn')];
  return [
    {
      ...{ kind: 'rectification-report', of: `${id}-${attempt}`, unitId },
      ...{ title: `整改报告（${unitName(source, unitId)}）`, onDate: submittedOn },
      ...{ needs: ['contact-records'], people: [], assignmentId: text(order, 'assignmentId') },
      compose: () =>
        rectificationReport({
          ...{ suggestion: caseName(source), office: source.desk, unit: unitName(source, unitId) },
          ...{ gaps: texts(order, 'gaps'), report: text(fact, 'report'), submittedOn },
        }),
    },
  ];
}
