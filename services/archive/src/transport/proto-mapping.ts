import type { Subject } from '@huiyin/access/relation';
import type {
  CaseSummary,
  GetCaseResponse,
  Party,
  TimelineEntry,
} from '@huiyin/contracts/gen/archive/v1/service';
import type { CaseView } from '../app/get-case.ts';
import type { CaseRow, RecordedFact } from '../app/ports.ts';
import type { CaseFile, FaceToFaceFile } from '../domain/case-file.ts';
import { isProvisional, nextAct } from '../domain/next-act.ts';
import { handlingShares } from '../domain/stage.ts';
import { awaitsSignature } from '../domain/waits-for-signature.ts';
import { stepsOf } from '../domain/steps.ts';
import { mayReadColoursOf } from '../domain/fact-sight.ts';
import { GROUPS, hiddenPeople, withoutPeople, type Group, mayReadOf } from '../domain/visibility.ts';

/** A row and what of it its reader may see. */
interface Listed {
  readonly row: CaseRow;
  readonly readable: ReadonlySet<Group>;
  readonly reader: Pick<Subject, 'personId'>;
  readonly dueKnown: boolean;
}

export function summaryTo({ row, readable, reader, dueKnown }: Listed): CaseSummary {
  const live = row.origin === 'live' ? (row.file as CaseFile) : undefined;
  const next = live === undefined ? undefined : nextAct(live);
  return {
    caseId: row.caseId,
    number: row.number,
    displayNumber: displayNumberOf(row),
    title: row.title,
    year: row.year ?? 0,
    category: row.category,
    stage: row.stage,
    colour: live !== undefined && readable.has('colours') ? row.colour : '',
    isKey: live?.isKey ?? false,
    handlingType: live?.handlingType ?? '',
    leadUnits: leadUnitsOf(row),
    next:
      next === undefined || next.kind === 'none'
        ? undefined
        : {
            party: {
              kind: next.kind,
              id: next.kind === 'deputy' && !readable.has('author') ? '' : next.id,
              name: live === undefined || next.kind !== 'unit' ? '' : unitName(live, row, next.id),
            },
            act: next.act,
            assignmentId: next.assignmentId,
            dueDate: dueKnown ? row.dueDate : '',
            since: live?.turnSince ?? '',
            provisional: dueKnown && live !== undefined && isProvisional(live, next),
          },
    origin: row.origin,
    place: 'place' in row.file ? row.file.place : '',
    period: row.file.period,
    awaitsSignature: live !== undefined && awaitsSignature(live, reader.personId),
  };
}

/** 闭会第2号, 第12号; empty before the registration. */
export function displayNumberOf(row: CaseRow): string {
  if (row.origin === 'live') return (row.file as CaseFile).displayNumber;
  return row.number === '' ? '' : `第${row.number}号`;
}

/** A row's names stand in the order of the shares that owe a reply. */
function unitName(live: CaseFile, row: CaseRow, unitId: string): string {
  const position = handlingShares(live).findIndex((share) => share.unitId === unitId);
  return row.leadUnitNames[position] ?? '';
}

/** Units of the time of a register that the tenant does not have (any more) are `historical`. */
function leadUnitsOf({ leadUnitNames, file }: CaseRow): Party[] {
  const names = leadUnitNames.filter((name) => name !== '');
  if (!('knownUnits' in file)) return names.map((name) => ({ kind: 'unit', id: '', name }));
  return names.map((name) => {
    const id = file.knownUnits[name];
    return id === undefined ? { kind: 'historical', id: '', name } : { kind: 'unit', id, name };
  });
}

/** The case page's answer. What the reader may not see is empty, and its group is named in `hidden`. */
export function caseTo(view: CaseView, upToDate: boolean): GetCaseResponse {
  const { live, readable } = view;
  return {
    summary: { ...summaryTo(view), next: summaryTo(view.parent ?? view).next },
    steps: live === undefined ? [] : stepsSeen(live, view),
    ...fileParts(view),
    asOf: view.live?.lastAt ?? '',
    upToDate,
    hidden: GROUPS.filter((group) => !readable.has(group)),
    availableActs: [...view.availableActs],
    attachments: view.attachments.map((file) => ({ ...file, sizeBytes: BigInt(file.sizeBytes) })),
    mergedCaseIds: live?.mergedCaseIds ?? [],
    parentCaseId: live?.parentCaseId ?? '',
    registerFields: view.register?.fields ?? {},
  };
}

type FileParts = Pick<
  GetCaseResponse,
  | 'shares'
  | 'clocks'
  | 'text'
  | 'meetings'
  | 'replies'
  | 'evaluations'
  | 'promises'
  | 'leadDeputyId'
  | 'cosignerIds'
  | 'authorConfidential'
>;

function fileParts({ live, readable, reader, unitNames }: CaseView): FileParts {
  if (live === undefined) {
    return {
      shares: [],
      clocks: [],
      text: undefined,
      meetings: [],
      replies: [],
      evaluations: [],
      promises: [],
      leadDeputyId: '',
      cosignerIds: [],
      authorConfidential: false,
    };
  }
  const unit = (id: string) => ({ kind: 'unit', id, name: unitNames.get(id) ?? '' });
  const { title, facts, demands, textHash, submittedOn } = live;
  return {
    shares: Object.entries(live.shares).map(([assignmentId, share]) => ({
      assignmentId,
      unit: unit(share.unitId),
      role: share.role,
      state: share.state,
      assignedOn: share.assignedOn,
      liaisonUntrained: share.liaisonUntrained,
      ...handledTo(live, { readable, reader }, assignmentId),
    })),
    clocks: readable.has('colours') ? clocksTo(live, { readable, reader }, unit) : [],
    text: {
      ...{ title, facts, demands: [...demands], textHash, submittedOn },
      wishedContact: live.wishedContact ?? '',
      researchSource: live.researchSource ?? '',
      affectedArea: live.affectedArea ?? '',
      earlierNumbers: [...(live.earlierNumbers ?? [])],
    },
    meetings: readable.has('contact-records')
      ? Object.entries(live.meetings)
          .filter(([, meeting]) => mayReadOf(live, reader, 'contact-records', meeting.assignmentId))
          .map(([meetingId, { kind, assignmentId, state, onDate }]) => ({
            meetingId,
            kind,
            assignmentId,
            state,
            onDate,
          }))
      : [],
    replies: readable.has('final-reply') ? repliesTo(live, { readable, reader }) : [],
    evaluations: readable.has('evaluation')
      ? Object.entries(live.evaluations)
          .filter(([, evaluation]) => mayReadOf(live, reader, 'evaluation', evaluation.assignmentId))
          .map(([evaluationId, evaluation]) => ({ evaluationId, ...evaluation }))
      : [],
    promises: readable.has('final-reply')
      ? Object.entries(live.promises).map(([promiseId, { text, dueOn, state }]) => ({
          promiseId,
          text,
          dueOn,
          state,
        }))
      : [],
    leadDeputyId: readable.has('author') ? live.leadDeputyId : '',
    cosignerIds: readable.has('author') ? [...live.cosignerIds] : [],
    authorConfidential: live.authorConfidential,
  };
}

type Seen = Pick<CaseView, 'readable' | 'reader'>;

/** How far the unit is; nothing where it is another's to know. A co-handler knows of the lead's plan. */
function handledTo(live: CaseFile, { readable, reader }: Seen, assignmentId: string) {
  const share = live.shares[assignmentId];
  const isOwn = readable.has('contact-records') && mayReadOf(live, reader, 'contact-records', assignmentId);
  const isPlanSeen = isOwn || (share?.role === 'lead' && readable.has('contact-records'));
  return {
    dualConfirmed: isOwn && share !== undefined && share.dualConfirmedOn !== '',
    planVersion: (isPlanSeen && share?.planVersion) || 0,
    fiveOnesComplete: isPlanSeen && share?.fiveOnesComplete === true,
  };
}

/** Steps whose days are of meetings, plans and evaluations: who may not read those of a unit that replies sees no day. */
const DAYS_OF: Readonly<Record<string, Group>> = {
  'dual-confirmation': 'contact-records',
  plan: 'contact-records',
  'on-site': 'contact-records',
  'look-back': 'contact-records',
  evaluate: 'evaluation',
};

function stepsSeen(live: CaseFile, { readable, reader }: Seen) {
  const replying = Object.entries(live.shares).flatMap(([id, { role }]) => (owesReply(role) ? [id] : []));
  const mayRead = (group: Group): boolean =>
    readable.has(group) && replying.some((id) => mayReadOf(live, reader, group, id));
  return stepsOf(live).map((step) => {
    const group = DAYS_OF[step.step];
    return group === undefined || step.onDate === '' || mayRead(group) ? step : { ...step, onDate: '' };
  });
}

const owesReply = (role: string): boolean => role === 'lead' || role === 'parallel';

function clocksTo(
  live: CaseFile,
  { readable, reader }: Seen,
  unit: (id: string) => { kind: string; id: string; name: string },
) {
  const hidden = hiddenPeople(live, readable);
  const seen = Object.entries(live.clocks).filter(([, clock]) =>
    mayReadColoursOf(live, reader, clock.unitId),
  );
  return seen.map(([clockId, clock]) => ({
    clockId,
    kind: clock.kind,
    subject: clock.subject,
    round: clock.round,
    startDate: clock.startDate,
    dueDate: clock.dueDate,
    provisional: clock.provisional,
    state: clock.state,
    colour: clock.colour,
    owner:
      clock.owner === 'unit'
        ? unit(clock.unitId)
        : { kind: clock.owner, id: hidden.has(clock.personId) ? '' : clock.personId, name: '' },
    endedOn: clock.endedOn,
  }));
}

/**
 * A fact on the timeline, without the people a reader may not know. Clock facts stay out: supervision tells what became
 * of them.
 */
export function entryTo(fact: RecordedFact, hidden: ReadonlySet<string>): TimelineEntry {
  const { clocks: _clocks, ...facts } = fact.payload;
  return {
    eventId: fact.eventId,
    service: fact.service,
    type: fact.type,
    occurredAt: fact.occurredAt.toISOString(),
    personId: hidden.has(fact.personId) ? '' : fact.personId,
    roles: [...fact.roles],
    factsJson: JSON.stringify(withoutPeople(facts, hidden)),
    reason: fact.reason,
    traceId: fact.traceparent.split('-')[1] ?? '',
    version: BigInt(fact.version),
    hash: fact.hash,
  };
}

/** A fact without anything that was said in it. */
export function tracedTo({ eventId, service, type, version, occurredAt, roles, traceparent }: RecordedFact) {
  return {
    ...{ eventId, service, type, roles: [...roles] },
    version: BigInt(version),
    occurredAt: occurredAt.toISOString(),
    traceId: traceparent.split('-')[1] ?? '',
  };
}

function repliesTo(live: CaseFile, { readable, reader }: Pick<CaseView, 'readable' | 'reader'>) {
  const hidden = hiddenPeople(live, readable);
  const mayRead = (assignmentId: string): boolean =>
    readable.has('contact-records') && mayReadOf(live, reader, 'contact-records', assignmentId);
  return Object.entries(live.replies).map(([replyId, { deliveredTo, sections, faceToFace, ...reply }]) => ({
    replyId,
    ...reply,
    sections: [...sections],
    delivered: deliveredTo.length,
    faceToFace: mayRead(reply.assignmentId) ? recordsTo(faceToFace ?? {}, hidden) : [],
  }));
}

function recordsTo(records: Readonly<Record<string, FaceToFaceFile>>, hidden: ReadonlySet<string>) {
  return Object.entries(records).map(([recordId, { suggestionId: _, ...record }]) => ({
    recordId,
    ...record,
    deputyId: hidden.has(record.deputyId) ? '' : record.deputyId,
  }));
}
