import { meetClock, startClock, type Circumstances, type ClockFact, type ClockFrom } from './clock-fact.ts';
import type { AssignmentMade, Decision } from './events.ts';
import { needsOnSite, onSiteClock } from './on-site-requirement.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { overRefusal } from './share-guards.ts';
import { handedOverBy, type DecidingOffice, type ShareRole } from './share.ts';
import { activeShares, type SuggestionCase } from './suggestion-case.ts';

/** What is known of a unit that is to get a share. */
export interface UnitToAssign {
  readonly unitId: string;
  readonly active: boolean;
  readonly decidingOffice: DecidingOffice;
  /** No liaison of the unit, or one of them, has a valid certificate: a warning, never a block (decisions 4). */
  readonly liaisonUntrained: boolean;
}

export interface ShareToMake {
  readonly id: string;
  readonly role: ShareRole;
  readonly unit: UnitToAssign;
}

export interface HandOver {
  readonly shares: readonly ShareToMake[];
  /** Why a unit that the deputy wished for handles nothing; '' where each does. */
  readonly wishReason: string;
}

/**
 * 交办 (代表法51, T9): exactly one lead unit, or only parallel handlers, beside whom reference units may stand. The
 * statutory clock starts with this day. Whom the deputy wished for is considered (SH12, T8): a wished unit that handles
 * nothing is passed over with a reason. Later the desk may add co-handlers and reference units.
 */
export function decideAssignment(
  suggestion: SuggestionCase,
  { shares, wishReason }: HandOver,
  under: Circumstances,
): Decision | AssignmentRejection {
  const refusal =
    overRefusal(suggestion) ?? unitsRefusal(suggestion, shares) ?? rolesRefusal(suggestion, shares);
  if (refusal !== undefined) return refusal;
  if (suggestion.classification.state === 'unclassified') {
    return refuse('wrong-state', 'not-classified', '请先分类再交办');
  }
  const passedOver = wishRefusal(suggestion, { shares, wishReason });
  if (passedOver !== undefined) return passedOver;
  // The first share's event also stops the desk's own clock for 交办.
  const deskClocks = suggestion.openClocks
    .filter(({ kind }) => kind === 'session_assign' || kind === 'inter_session_assign')
    .map((clock) => meetClock(clock, under.today));
  return shares.map((share, index) =>
    madeEvent(suggestion, share, {
      under,
      clockFrom: { startDate: under.today, startEvent: 'assignment' },
      replaces: '',
      alsoClocks: index === 0 ? deskClocks : [],
      wishReason: index === 0 ? wishReason.trim() : '',
    }),
  );
}

/** The event of one share handed over, with the clocks it starts. */
export function madeEvent(
  suggestion: SuggestionCase,
  share: ShareToMake,
  more: {
    readonly under: Circumstances;
    /** Of the statutory clock. */
    readonly clockFrom: ClockFrom;
    /** The share handed on; '' at the first 交办. */
    readonly replaces: string;
    readonly alsoClocks: readonly ClockFact[];
    readonly wishReason: string;
  },
): AssignmentMade {
  const { under, clockFrom, replaces } = more;
  const { classification } = suggestion;
  const handlingType = classification.state === 'classified' ? classification.handlingType : 'general';
  const isKey = suggestion.keyMark.marked;
  const replying = share.role === 'lead' || share.role === 'parallel';
  const onSiteRequired = replying && needsOnSite({ handlingType, isKey }, under.pack);
  return {
    type: 'assignment-made',
    payload: {
      suggestionId: suggestion.id,
      assignmentId: share.id,
      unitId: share.unit.unitId,
      role: share.role,
      decidingOffice: share.unit.decidingOffice,
      assignedOn: under.today,
      clockStartOn: clockFrom.startDate,
      rulePackVersion: under.packVersion,
      handlingType,
      isKey,
      owed: suggestion.owed,
      title: suggestion.title,
      number: suggestion.number,
      liaisonUntrained: share.unit.liaisonUntrained,
      onSiteRequired,
      replacesAssignmentId: replaces,
      authorConfidential: suggestion.authorConfidential,
      overseerIds: suggestion.overseerIds ?? [],
      wishReason: more.wishReason,
      clocks: [...more.alsoClocks, ...shareClocks(share, { under, clockFrom, replaces, onSiteRequired })],
    },
    ...(more.wishReason === '' ? {} : { reason: more.wishReason }),
  };
}

/** Receipt for every handler; reply, first meeting and, where required, the second for those who owe a reply. */
function shareClocks(
  share: ShareToMake,
  from: { under: Circumstances; clockFrom: ClockFrom; replaces: string; onSiteRequired: boolean },
): readonly ClockFact[] {
  const { under } = from;
  const owner = { owner: 'unit', unitId: share.unit.unitId } as const;
  const today = { startDate: under.today, startEvent: handedOverBy(from), under };
  const named = <Kind extends 'ack' | 'reply' | 'dual_confirmation'>(kind: Kind) =>
    ({ kind, subject: share.id, round: 1 }) as const;
  switch (share.role) {
    case 'reference':
      return [];
    case 'co':
      return [startClock(named('ack'), owner, today)];
    case 'lead':
    case 'parallel':
      return [
        startClock(named('ack'), owner, today),
        startClock(named('reply'), owner, { ...from.clockFrom, under }),
        // CQ18 counts the first contact from receipt: there its clock starts with that.
        ...(under.pack.rules.dual_confirmation.from === 'receipt'
          ? []
          : [startClock(named('dual_confirmation'), owner, today)]),
        ...(from.onSiteRequired ? [startClock(onSiteClock(share.id), owner, today)] : []),
      ];
  }
}

/** Later units are added to those whose choice was explained at first. */
function wishRefusal(
  { phase, wishedUnitIds }: SuggestionCase,
  { shares, wishReason }: HandOver,
): AssignmentRejection | undefined {
  if (phase.name !== 'to-assign' || wishReason.trim() !== '') return undefined;
  const handling = new Set(shares.filter(({ role }) => role !== 'reference').map(({ unit }) => unit.unitId));
  const unheeded = wishedUnitIds.find((unitId) => !handling.has(unitId));
  return unheeded === undefined
    ? undefined
    : refuse('invalid', 'wish-reason-missing', '代表希望的单位没有承办任务，请写明理由', {
        field: 'wishReason',
        detail: { unitId: unheeded },
      });
}

function unitsRefusal(
  suggestion: SuggestionCase,
  shares: readonly ShareToMake[],
): AssignmentRejection | undefined {
  const unitIds = shares.map((share) => share.unit.unitId);
  if (new Set(unitIds).size !== unitIds.length) {
    return refuse('invalid', 'unit-twice', '同一单位只能出现一次', { field: 'shares' });
  }
  const taken = new Set(activeShares(suggestion).map((share) => share.unitId));
  const again = unitIds.find((unitId) => taken.has(unitId));
  if (again !== undefined) {
    return refuse('wrong-state', 'unit-already-assigned', '该单位已承办此建议', {
      detail: { unitId: again },
    });
  }
  const inactive = shares.find((share) => !share.unit.active);
  return inactive === undefined ? undefined : inactiveUnit(inactive.unit.unitId);
}

export function inactiveUnit(unitId: string): AssignmentRejection {
  return refuse('wrong-state', 'unit-inactive', '该单位已停用，请另选承办单位', {
    field: 'unitId',
    detail: { unitId },
  });
}

function rolesRefusal(
  suggestion: SuggestionCase,
  shares: readonly ShareToMake[],
): AssignmentRejection | undefined {
  const count = (role: ShareRole): number => shares.filter((share) => share.role === role).length;
  if (suggestion.phase.name === 'handling') return lateRolesRefusal(suggestion, count);
  const [leads, parallels] = [count('lead'), count('parallel')];
  if (leads > 1 || (leads === 1 && parallels > 0) || leads + parallels === 0) {
    return refuse('invalid', 'lead-or-parallel', '须有且只有一个主办单位，或全部为分别办理', {
      field: 'shares',
    });
  }
  if (parallels === 1) {
    return refuse('invalid', 'parallel-needs-two', '分别办理至少两个单位', { field: 'shares' });
  }
  return count('co') > 0 && leads === 0 ? coNeedsLead() : undefined;
}

function lateRolesRefusal(
  suggestion: SuggestionCase,
  count: (role: ShareRole) => number,
): AssignmentRejection | undefined {
  if (count('lead') + count('parallel') > 0 || count('co') + count('reference') === 0) {
    return refuse('wrong-state', 'already-assigned', '已交办；此后只能增加协办或参阅单位，改变主办请用改办');
  }
  const led = suggestion.shares.some((share) => share.role === 'lead');
  return count('co') > 0 && !led ? coNeedsLead() : undefined;
}

function coNeedsLead(): AssignmentRejection {
  return refuse('invalid', 'co-needs-lead', '有主办单位才能有协办单位', { field: 'shares' });
}
