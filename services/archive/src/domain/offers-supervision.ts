import type { Subject } from '@huiyin/access/relation';
import type { Offer, Target } from './offer.ts';
import type { ClockFile, MatterKind } from './case-file.ts';
import { shareOfUnit } from './in-course.ts';

type When = (clock: ClockFile, reader: Subject) => boolean;

/** Clocks that still run against somebody; the target is the clock. */
function clocks(when: When): Offer['targets'] {
  return (file, reader) =>
    Object.entries(file.clocks)
      .filter(([, clock]) => (clock.state === 'open' || clock.state === 'missed') && when(clock, reader))
      .map(([id, { unitId }]) => ({ id, ...shareOfUnit(file, unitId) }));
}

const ofUnit: When = ({ owner }) => owner === 'unit';

/** Letters that wait for an answer and talks that wait to be held press for a case that is not done. */
function pressing(kind: MatterKind, state: string): Offer['targets'] {
  const open = matters(kind, state);
  return (file, ...of) => (file.closedOn === '' && file.ended === '' ? open(file, ...of) : []);
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
    targets: pressing('supervision-letter', 'open'),
  },
  { act: 'holdTalk', action: 'supervision.hold-talk', targets: pressing('talk', 'called') },
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
