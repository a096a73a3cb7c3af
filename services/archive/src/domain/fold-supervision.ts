import type { CaseFile, ClockFile } from './case-file.ts';
import { count, flag, text, type Fact } from './fact.ts';
import { takeMatter } from './fold-matters.ts';

const WORSE = { green: 0, yellow: 1, red: 2 } as const;

/** What supervision's facts change in a file: its clocks, each with its colour. */
export function foldSupervision(file: CaseFile, fact: Fact, on: string): void {
  const clock = file.clocks[text(fact, 'clockId')];
  takeMatter(file, fact);
  switch (fact.type) {
    case 'clock-started':
      file.clocks[text(fact, 'clockId')] = newClock(fact);
      break;
    case 'clock-met':
      if (clock !== undefined) Object.assign(clock, { state: 'met', endedOn: text(fact, 'metOn') || on });
      break;
    case 'clock-missed':
      if (clock?.state === 'open') clock.state = 'missed';
      break;
    case 'clock-moved':
      if (clock !== undefined)
        Object.assign(clock, { dueDate: text(fact, 'dueDate'), provisional: flag(fact, 'provisional') });
      break;
    case 'clock-cancelled':
      if (clock !== undefined) Object.assign(clock, { state: 'cancelled', endedOn: on });
      break;
    case 'colour-override-requested':
      if (clock !== undefined) clock.overrideAskedBy = text(fact, 'firstPersonId');
      break;
    case 'colour-overridden':
      if (clock !== undefined)
        Object.assign(clock, { colour: colourOf(text(fact, 'toColour')), overrideAskedBy: '' });
      break;
    case 'colour-changed':
      if (clock !== undefined) clock.colour = colourOf(text(fact, 'toColour'));
      break;
    default:
      break;
  }
}

/** The case has the worst colour of its open clocks. */
export function worstColour(file: CaseFile): CaseFile['colour'] {
  const running = Object.values(file.clocks).filter(({ state }) => state === 'open' || state === 'missed');
  return running.reduce<CaseFile['colour']>(
    (worst, { colour }) => (worst === 'none' || WORSE[colour] > WORSE[worst] ? colour : worst),
    'none',
  );
}

function newClock(fact: Fact): ClockFile {
  return {
    kind: text(fact, 'kind'),
    subject: text(fact, 'subject'),
    round: count(fact, 'round'),
    startDate: text(fact, 'startDate'),
    dueDate: text(fact, 'dueDate'),
    provisional: flag(fact, 'provisional'),
    state: 'open',
    colour: 'green',
    owner: text(fact, 'owner'),
    unitId: text(fact, 'unitId'),
    personId: text(fact, 'personId'),
    endedOn: '',
    overrideAskedBy: '',
  };
}

function colourOf(name: string): ClockFile['colour'] {
  return name === 'red' || name === 'yellow' ? name : 'green';
}
