import type { Actor, Role } from '@huiyin/kernel/actor';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { ForeignFact } from '../../services/assignment/src/domain/foreign-facts.ts';
import { actor } from './rights.ts';
import { holderOf, isAnswered, type Command } from './command.ts';
import type { Heard } from './hear.ts';
import { isWithUnit, owes, type Model, type ModelCase, type ModelShare } from './model.ts';

export const DEPUTIES = ['wang', 'li', 'zhao', 'sun'];
export const UNITS = ['u-1', 'u-2', 'u-3', 'u-party'];
/** Units that take over others' duties; each only once. */
const SUCCESSORS: Readonly<Record<string, string>> = { 'u-1': 'u-2', 'u-3': 'u-new' };

/** People who have nothing to do with these suggestions, in every role that has something to say about others. */
export const STRANGERS: readonly Actor[] = [
  actor('deputy', 'stranger-deputy'),
  actor('unit-head', 'stranger-head', 'u-elsewhere'),
  actor('unit-liaison', 'stranger-liaison', 'u-elsewhere'),
  actor('unit-clerk', 'stranger-clerk', 'u-elsewhere'),
  actor('trainer', 'stranger-trainer'),
  actor('operator', 'stranger-operator'),
  actor('administrator', 'stranger-administrator'),
  actor('city-congress', 'stranger-city'),
];

/** Everything somebody could try now, sensible or not. */
export function candidates(model: Model): readonly Command[] {
  return [...model.suggestions].flatMap(([about, { stage }]) => {
    if (stage === 'unentered') return paperCandidates(about);
    const one = model.cases.get(about);
    return [...intakeCandidates(model, about), ...(one === undefined ? [] : caseCandidates(one))];
  });
}

/** A paper form of a deputy, typed by somebody, received while the session sits or not. */
function paperCandidates(about: string): readonly Command[] {
  return ['congress-desk', 'delegation-clerk', 'session-registrar'].flatMap((unit): Command[] => [
    { kind: 'take-in', about, deputy: 'zhao', unit, yes: true },
    { kind: 'take-in', about, deputy: 'zhao', unit, yes: false },
  ]);
}

function intakeCandidates(model: Model, about: string): readonly Command[] {
  const whole = (
    [
      ...([
        'edit',
        'ask-pre-review',
        'answer-pre-review',
        'submit',
        'register',
        'return',
        'decline',
      ] as const),
      ...(['convert', 'confirm-notice'] as const),
    ] as const
  ).map((kind): Command => ({ kind, about }));
  const byDeputy = (['invite', 'confirm', 'remove', 'withdraw'] as const).flatMap((kind) =>
    DEPUTIES.map((deputy): Command => ({ kind, about, deputy })),
  );
  const leads = DEPUTIES.flatMap((deputy): Command[] => [
    { kind: 'take-lead', about, deputy, yes: true },
    { kind: 'take-lead', about, deputy, yes: false },
  ]);
  const parent = [...model.suggestions.keys()].find((id) => id !== about) ?? about;
  // The way to registration is the more travelled one.
  const onward: Command[] = [
    { kind: 'submit', about },
    { kind: 'register', about },
    { kind: 'register', about, yes: true },
    { kind: 'return', about, yes: true },
  ];
  return [...whole, ...byDeputy, ...leads, ...onward, { kind: 'merge', about, deputy: parent }];
}

function caseCandidates(one: ModelCase): readonly Command[] {
  const { id: about } = one;
  const onCase: Command[] = [
    { kind: 'classify', about, yes: true },
    { kind: 'classify', about, yes: false },
    { kind: 'propose-key', about, yes: true },
    { kind: 'propose-key', about, yes: false },
    { kind: 'form-force', about },
    ...UNITS.map((unit): Command => ({ kind: 'add-package', about, unit })),
    ...one.packages
      .slice(0, 2)
      .flatMap(({ id: item }): Command[] => [
        { kind: 'complete-package', about, item },
        ...UNITS.slice(0, 2).map((unit): Command => ({ kind: 'amend-package', about, item, unit })),
      ]),
    { kind: 'mark-key', about },
    ...['sd', 'short', 'bj'].map((rules): Command => ({ kind: 'move-rules', about, rules })),
    ...UNITS.flatMap((unit, index): Command[] => {
      const unit2 = UNITS[(index + 1) % UNITS.length] ?? '';
      return [
        { kind: 'assign-lead', about, unit },
        { kind: 'assign-lead-co', about, unit, unit2 },
        { kind: 'assign-parallel', about, unit, unit2 },
        { kind: 'add-co', about, unit },
        { kind: 'close-coordination', about, unit },
      ];
    }),
  ];
  return [...onCase, ...one.shares.flatMap((share) => shareCandidates(one, share))];
}

const ON_SHARE = [
  ...(['acknowledge', 'ask-return', 'ask-coordination', 'plan', 'contact', 'give-opinion'] as const),
  ...([
    'send-opinion-back',
    'accept-opinion',
    'ask-extension',
    'draft',
    'issue',
    'deliver',
    'change',
    'supplement',
    'attempt',
    'call',
    'draft-opinion',
    'report-difficulty',
    'resolve-difficulty',
    'record-talk',
  ] as const),
  // What leads on to a reply is tried more often than what leads away from it.
  ...(['plan', 'contact', 'draft', 'issue', 'issue', 'deliver', 'deliver'] as const),
] as const;

function shareCandidates(one: ModelCase, { id: share }: ModelShare): readonly Command[] {
  const { id: about } = one;
  const deputies = [...new Set([...one.owed].map((owed) => owed.split(':')[1] ?? ''))];
  return [
    ...ON_SHARE.map((kind): Command => ({ kind, about, share })),
    ...(['decide-return', 'decide-extension'] as const).flatMap((kind): Command[] => [
      { kind, about, share, yes: true },
      { kind, about, share, yes: false },
    ]),
    ...UNITS.map((unit): Command => ({ kind: 'reassign', about, share, unit })),
    ...deputies.flatMap((deputy): Command[] => [
      { kind: 'deliver', about, share, deputy },
      { kind: 'record-talk', about, share, deputy },
    ]),
    ...[...one.owed].flatMap((item): Command[] => [
      { kind: 'sign-talk', about, share, item },
      { kind: 'deny-talk', about, share, item },
    ]),
  ];
}

/** The person whose business it is. */
export function properActor(model: Model, command: Command): Actor {
  const one = model.cases.get(command.about);
  const share = one?.shares.find(({ id }) => id === command.share);
  const lead = model.suggestions.get(command.about)?.lead ?? '';
  switch (command.kind) {
    case 'confirm':
    case 'withdraw':
      return actor('deputy', command.deputy ?? '');
    case 'take-lead':
      return command.yes === true ? actor('congress-desk', 'desk') : actor('deputy', command.deputy ?? '');
    case 'invite':
    case 'remove':
    case 'edit':
    case 'ask-pre-review':
    case 'submit':
      return actor('deputy', lead);
    case 'take-in':
      return actor((command.unit ?? 'congress-desk') as Role, 'typist');
    case 'sign-talk':
    case 'deny-talk':
      return actor('deputy', command.item?.split(':')[1] ?? '');
    case 'mark-key':
    case 'amend-package':
      return actor('council', 'council');
    case 'complete-package': {
      const unit = holderOf(one, command);
      return actor('unit-clerk', `clerk-${unit}`, unit);
    }
    case 'decide-return':
    case 'reassign':
      return office(share?.unit);
    case 'close-coordination': {
      const id = one?.coordination.state === 'none' ? '' : one?.coordination.share;
      return office(one?.shares.find((each) => each.id === id)?.unit);
    }
    case 'send-opinion-back':
    case 'accept-opinion': {
      const leading = one?.shares.find((each) => each.role === 'lead' && isWithUnit(each));
      return actor('unit-head', `head-${leading?.unit}`, leading?.unit ?? 'nobody');
    }
    default:
      return share === undefined ? actor('congress-desk', 'desk') : ofUnit(command.kind, share.unit);
  }
}

function office(unit: string | undefined): Actor {
  return unit === 'u-party' ? actor('congress-desk', 'desk') : actor('government-office', 'government');
}

function ofUnit(kind: Command['kind'], unit: string): Actor {
  if (kind === 'decide-extension') return actor('congress-desk', 'desk');
  if (kind === 'draft-opinion') return actor('unit-clerk', `clerk-${unit}`, unit);
  if (kind === 'acknowledge') return actor('unit-liaison', `liaison-${unit}`, unit);
  return actor('unit-head', `head-${unit}`, unit);
}

/** What others may say now. */
export type Outside =
  | {
      readonly kind: Exclude<Heard['kind'], 'unit-succeeded'>;
      readonly about: string;
      readonly heard: Heard;
      readonly fact: (today: LocalDate) => ForeignFact;
    }
  | { readonly kind: 'mandate-ended'; readonly deputy: string }
  | { readonly kind: 'unit-succeeded'; readonly from: string; readonly to: string };

export function facts(model: Model): readonly Outside[] {
  const leaving = DEPUTIES.filter((deputy) => !model.outOfOffice.has(deputy)).slice(0, 1);
  const gone = Object.entries(SUCCESSORS).filter(([from]) => !model.goneUnits.has(from));
  return [
    ...[...model.cases.values()].flatMap((one) => [
      ...caseFacts(one),
      ...one.shares.flatMap((share) => shareFacts(one, share)),
    ]),
    ...leaving.map((deputy): Outside => ({ kind: 'mandate-ended', deputy })),
    ...gone.slice(0, 1).map(([from, to]): Outside => ({ kind: 'unit-succeeded', from, to })),
  ];
}

function caseFacts(one: ModelCase): readonly Outside[] {
  const { id: about } = one;
  return [...closingFacts(one), ...(one.force === 'formed' ? [forceMet(about)] : [])];
}

/** One meeting a day; told twice, it is the same. */
function forceMet(about: string): Outside {
  const held = (on: LocalDate): ForeignFact => ({ type: 'task-force-met', meetingId: `met-${on}`, on });
  return { kind: 'force-met', about, heard: { kind: 'force-met' }, fact: held };
}

function closingFacts(one: ModelCase): readonly Outside[] {
  const { id: about } = one;
  if (isAnswered(one)) {
    return [{ kind: 'closed', about, heard: { kind: 'closed' }, fact: (on) => ({ type: 'closed', on }) }];
  }
  if (one.phase !== 'closed') return [];
  return [{ kind: 'reopened', about, heard: { kind: 'reopened' }, fact: () => ({ type: 'reopened' }) }];
}

function shareFacts(one: ModelCase, share: ModelShare): readonly Outside[] {
  const { id: about } = one;
  const { id: assignmentId, round } = share;
  const named = <Kind extends Extract<Heard, { share: string }>['kind']>(kind: Kind) =>
    ({ kind, about, heard: { kind, share: assignmentId } }) as const;
  const facts: Outside[] = [];
  if (share.state === 'answered' && (one.phase === 'handling' || one.phase === 'closed')) {
    const judged = { assignmentId, promiseId: `promise-${round}`, outcome: 'broken' } as const;
    const broken = { type: 'promise-judged', ...judged, explanation: '资金未到位' } as const;
    facts.push({ ...named('promise-broken'), fact: (on) => ({ ...broken, on }) });
  }
  if (one.phase !== 'handling') return facts;
  const lastDay = (today: LocalDate): LocalDate => today;
  if (owes(share) && isWithUnit(share)) {
    const held = { assignmentId, clocks: [] };
    const met = (on: LocalDate): ForeignFact => ({
      type: 'dual-confirmation-completed',
      ...held,
      on,
      manner: 'both',
    });
    facts.push({ ...named('confirmed'), fact: met });
    facts.push({ ...named('on-site'), fact: (on) => ({ type: 'on-site-held', ...held, on }) });
  }
  if (share.state === 'answered' && share.delivered.size > 0 && owes(share)) {
    const next = { type: 'round-ordered', assignmentId, round: round + 1, clocks: [] } as const;
    facts.push({ ...named('next-round'), fact: () => next });
  }
  if (share.state === 'unsigned') {
    facts.push({
      ...named('receipt-missed'),
      fact: (on) => ({ type: 'receipt-missed', assignmentId, lastDay: lastDay(on) }),
    });
  }
  if (share.state === 'signed') {
    facts.push({
      ...named('window-ended'),
      fact: (on) => ({ type: 'return-window-ended', assignmentId, lastDay: lastDay(on) }),
    });
  }
  return facts;
}
