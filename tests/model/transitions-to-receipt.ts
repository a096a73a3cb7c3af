import { assignment, intake, notification, type Transition } from './transition.ts';

const SIGNING = 'is refused for another text, twice, uninvited and after submission';
const SUBMITTING = 'is refused without facts or demands, out of office, of unknown office, and twice';
const REGISTERING =
  'is refused for a foreign category, a deputy out of office, a motion, a draft and a second time';
const DECLINING =
  'is refused once handed over, without hearing the deputy in time, without explanation, for a draft';
const MERGING = 'is refused with itself, unregistered, replied, over two levels and without reason';
const CONVERTING = 'is refused for a suggestion, a draft, without decision and for a future day';

/** T1–T10: from the draft to 签收. */
export const TRANSITIONS_TO_RECEIPT: readonly Transition[] = [
  {
    id: 'T1',
    accepted: [intake('cosigning', 'asks deputies to sign a complete text')],
    guards: {
      'text has title, facts, proposals': [
        intake('cosigning', 'is refused for a text without %s', 'text-incomplete'),
        intake(
          'cosigning',
          'is refused for an incomplete text, for the lead, beyond the limit and after submission',
          'text-incomplete',
        ),
      ],
    },
  },
  {
    id: 'T2',
    accepted: [
      intake('cosigning', 'signs the text that was read'),
      intake('submitting', 'signs the text as version 1 and starts the clock of registration'),
    ],
    guards: {
      'each co-signer confirmed that the content is the own will': [
        intake('submitting', 'waits for every invited deputy', 'cosignatures-missing'),
        intake('cosigning', SIGNING, 'cosigner-not-invited'),
      ],
      'an edit voids all confirmations': [
        intake('drafting', 'loses every confirmation by an edit, and keeps the invitations'),
        intake('cosigning', SIGNING, 'text-changed-since-read'),
        intake(
          'submitting',
          'asks the co-signers again when the returned text was changed',
          'cosignatures-missing',
        ),
      ],
    },
  },
  {
    id: 'T3',
    accepted: [
      intake('pre-review', 'is asked for a complete draft and timed by whether the congress sits'),
      intake('pre-review', 'gives the draft back with its advice and its co-signers'),
    ],
    guards: {
      'never blocks': {
        neverBlocks: 'the deputy edits and submits all the while',
        see: intake('submitting', 'does not wait for a pre-review: its clock is cancelled'),
      },
      'asked for a complete draft, answered once': [
        intake(
          'pre-review',
          'is refused for an incomplete draft, a submitted suggestion, an answer nobody asked for, blame without words',
          'text-incomplete',
        ),
      ],
    },
  },
  {
    id: 'T4',
    accepted: [
      intake(
        'desk',
        'gives the number of the session, meets the desk clock and starts the handing over from the closing day',
      ),
    ],
    guards: {
      'one matter per suggestion': [
        intake('desk', 'is judged by the desk, which names the matters, two at least', 'matters-too-few'),
        intake(
          'desk',
          'holds back the same text until it is split, or the desk says why it is one matter',
          'several-matters',
        ),
      ],
      'a machine only advises on that': {
        neverBlocks: 'the desk decides (代表法24: no right is blocked)',
        see: intake('writing-advice', 'a second matter that announces itself'),
      },
      'signature present': [intake('submitting', 'waits for every invited deputy', 'cosignatures-missing')],
      'deputy in office': [
        intake('submitting', SUBMITTING, 'deputy-not-in-office'),
        intake('desk', REGISTERING, 'deputy-not-in-office'),
      ],
    },
  },
  {
    id: 'T5',
    accepted: [
      intake('desk', 'ends the desk clock and times the notice to the deputy'),
      intake('desk', 'meets the desk clock and says why'),
    ],
    guards: {
      'a reason of the list, in words': [
        intake('desk', DECLINING, 'explanation-missing'),
        intake('desk', 'is refused without an explanation and after registration', 'explanation-missing'),
      ],
      'deputy heard': [intake('desk', DECLINING, 'heard-before-submission')],
      'before it is handled': [intake('desk', DECLINING, 'handling-begun')],
    },
  },
  {
    id: 'T6',
    accepted: [
      intake('leaving', 'puts a fact on both streams and keeps the child deputies to be answered'),
      assignment('classify-suggestion', 'owes every signer an own reply, those of merged suggestions too'),
    ],
    guards: {
      'similarity shown': [
        intake('leaving', 'is of suggestions that have something in common', 'merge-nothing-alike'),
      ],
      'same competence, with a reason': [
        intake('leaving', MERGING, 'merge-competence-missing'),
        intake('leaving', MERGING, 'reason-missing'),
      ],
      'nobody answered yet': [
        intake('leaving', MERGING, 'already-replied'),
        intake('leaving', MERGING, 'merge-parent-replied'),
      ],
      'all leads informed': {
        neverBlocks: 'the merge tells them itself: a notice to the lead of each side',
        see: notification(
          'announcement',
          'tells the lead deputies of both suggestions that they were merged',
        ),
      },
      'no chains': [intake('leaving', MERGING, 'merge-has-children')],
      'neither is being withdrawn': [
        intake('leaving', 'is refused while either is being withdrawn', 'withdrawal-pending'),
      ],
      'what was merged is decided in its parent': [
        assignment(
          'guards',
          'is decided there: here it is neither classified nor handed over, and its shares are over',
          'case-merged',
        ),
      ],
    },
  },
  {
    id: 'T7',
    accepted: [
      intake('desk', 'puts it before the desk from the day of the decision'),
      intake(
        'desk',
        'stands over a corrected text: the desk owes the registration again, the presidium nothing',
      ),
    ],
    guards: {
      'presidium decision': [
        intake('desk', CONVERTING, 'decision-missing'),
        intake('desk', REGISTERING, 'motion-not-converted'),
      ],
    },
  },
  {
    id: 'T8',
    accepted: [
      assignment('classify-suggestion', 'keeps a person’s override with its reason, and never without one'),
    ],
    guards: {
      'the deputy’s wished unit considered': [
        assignment(
          'classify-suggestion',
          'considers the units that the deputy wished for: one that handles nothing is passed over with a reason',
          'wish-reason-missing',
        ),
      ],
      'an override has a reason': [
        assignment(
          'classify-suggestion',
          'keeps a person’s override with its reason, and never without one',
          'override-reason-missing',
        ),
      ],
      'each score with its reason': [
        assignment('classify-suggestion', 'refuses points for %s without a reason', 'score-reason-missing'),
        assignment('classify-suggestion', 'refuses %d points', 'score-out-of-range'),
      ],
      'how many units will take part': [
        assignment('classify-suggestion', 'refuses %d expected units', 'expected-units-missing'),
      ],
      'classified before it is handed over': [
        assignment('classify-suggestion', 'needs a classification', 'not-classified'),
      ],
    },
  },
  {
    id: 'T9',
    accepted: [assignment('classify-suggestion', 'starts the clocks of each role')],
    guards: {
      'units exist and are active': [
        assignment(
          'guards',
          'goes only to units that exist and are active, and a reference unit signs nothing',
          'unit-inactive',
        ),
      ],
      'one lead, or parallel handlers': [
        assignment('classify-suggestion', 'refuses %s', 'lead-or-parallel'),
        assignment(
          'classify-suggestion',
          'adds co-handlers and reference units later, but no second lead',
          'already-assigned',
        ),
      ],
    },
  },
  {
    id: 'T10',
    accepted: [
      assignment('return-assignment', 'opens the days for a return; signing is no acceptance'),
      assignment(
        'return-assignment',
        'is deemed on the last day for it, and acceptance follows when the days for a return have passed',
      ),
    ],
    guards: {
      'pending, of a handling share': [
        assignment(
          'return-assignment',
          'opens the days for a return; signing is no acceptance',
          'not-pending',
        ),
        assignment(
          'guards',
          'goes only to units that exist and are active, and a reference unit signs nothing',
          'not-a-handling-share',
        ),
      ],
    },
  },
];
