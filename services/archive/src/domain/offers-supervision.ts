import type { Subject } from '@huiyin/access/relation';
import type { Offer, Target } from './offer.ts';
import type { CaseFile, ClockFile, MatterKind } from './case-file.ts';
import { shareOfUnit } from './in-course.ts';

type When = (clock: ClockFile, reader: Subject) => boolean;

/** Clocks that still run against somebody; the target is the clock. */
function clocks(when: When): Offer['targets'] {
  return (file, reader) =>
    Object.entries(file.clocks)
      .filter(([, clock]) => isRunning(clock) && when(clock, reader))
      .map(([id, { unitId }]) => ({ id, ...shareOfUnit(file, unitId) }));
}

function isRunning({ state }: ClockFile): boolean {
  return state === 'open' || state === 'missed';
}

const ofUnit: When = ({ owner }) => owner === 'unit';

/** Letters and talks whose own clock runs; it stops when the case ends. */
function pressing(kind: MatterKind, clockKind: string): Offer['targets'] {
  const waits = (file: CaseFile, id: string): boolean =>
    Object.values(file.clocks).some(
      (clock) => clock.kind === clockKind && clock.subject === id && isRunning(clock),
    );
  return (file) =>
    Object.entries(file.matters)
      .filter(([id, matter]) => matter.kind === kind && waits(file, id))
      .map(([id, { unitId }]) => ({ id, ...shareOfUnit(file, unitId) }));
}

function matters(kind: MatterKind, state: string): Offer['targets'] {
  return (file): readonly Target[] =>
    Object.entries(file.matters)
      .filter(([, matter]) => matter.kind === kind && matter.state === state)
      .map(([id, { unitId }]) => ({ id, ...shareOfUnit(file, unitId) }));
}

/** Colours and the ladder (domain.md §2.5). */
export const supervisionOffers: readonly Offer[] = [
  { act: 'urgeUnit', action: 'supervision.urge', targets: clocks(ofUnit) },
  { act: 'sendSupervisionLetter', action: 'supervision.send-letter', targets: clocks(ofUnit) },
  { act: 'callTalk', action: 'supervision.call-talk', targets: clocks(ofUnit) },
  {
    act: 'answerSupervisionLetter',
    action: 'supervision.answer-letter',
    targets: pressing('supervision-letter', 'letter_answer'),
  },
  { act: 'holdTalk', action: 'supervision.hold-talk', targets: pressing('talk', 'talk_hold') },
  { act: 'checkTalk', action: 'supervision.check-talk', targets: matters('talk', 'held') },
  {
    act: 'overrideColour',
    action: 'supervision.override-colour',
    targets: clocks(({ state }) => state === 'open'),
  },
  {
    act: 'confirmOverride',
    action: 'supervision.confirm-override',
    targets: clocks(
      ({ state, overrideAskedBy }, { personId }) =>
        state === 'open' && overrideAskedBy !== '' && overrideAskedBy !== personId,
    ),
  },
];
