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
import { nextAct } from '../domain/next-act.ts';
import { handlingShares } from '../domain/stage.ts';
import { awaitsSignature } from '../domain/waits-for-signature.ts';
import { stepsOf } from '../domain/steps.ts';
import { GROUPS, hiddenPeople, withoutPeople, type Group, mayReadOf } from '../domain/visibility.ts';

/** A row and what of it its reader may see. */
interface Listed {
  readonly row: CaseRow;
  readonly readable: ReadonlySet<Group>;
  readonly reader: Pick<Subject, 'personId'>;
}

export function summaryTo({ row, readable, reader }: Listed): CaseSummary {
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
            dueDate: row.dueDate,
            since: live?.turnSince ?? '',
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
    summary: summaryTo(view),
    steps: live === undefined ? [] : stepsOf(live),
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
      dualConfirmed: share.dualConfirmedOn !== '',
      planVersion: share.planVersion,
      fiveOnesComplete: share.fiveOnesComplete,
      liaisonUntrained: share.liaisonUntrained,
    })),
    clocks: readable.has('colours') ? clocksTo(live, hiddenPeople(live, readable), unit) : [],
    text: { title, facts, demands: [...demands], textHash, submittedOn },
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

function clocksTo(
  live: CaseFile,
  hidden: ReadonlySet<string>,
  unit: (id: string) => { kind: string; id: string; name: string },
) {
  return Object.entries(live.clocks).map(([clockId, clock]) => ({
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
