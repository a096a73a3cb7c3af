import { assignment, meeting, type Transition } from './transition.ts';

const SIGNATURE = 'is over the words that the head read, under the number of the letter';
const AWAITED = 'is waited for until its day, 04-03, has passed; then the reply says why it goes without';
const PARTS = 'says what is so, what the unit makes of its part, and for B what it promises';
const OPINION = 'is given once by a co-handler who signed, and has substance';

/** T11–T19: returns, handling and reply. */
export const TRANSITIONS_OF_HANDLING: readonly Transition[] = [
  {
    id: 'T11',
    accepted: [assignment('return-assignment', 'is possible from pending, which is receipt')],
    guards: {
      'reason and legal basis': [
        assignment(
          'guards',
          'a return needs grounds and a legal basis, its decision a reason',
          'return-grounds-missing',
        ),
      ],
      'suggested unit': [
        assignment('guards', 'a return that proposes %s instead is refused', 'proposed-unit-missing'),
        assignment('guards', 'a return that proposes %s instead is refused', 'same-unit'),
        assignment('guards', 'a return that proposes %s instead is refused', 'unit-inactive'),
      ],
      'within the days of the rule pack': [
        assignment('return-assignment', 'is possible for five days from receipt', 'return-window-over'),
        assignment('move-rules', '%s: the days for a return', 'return-window-over'),
      ],
      'not in handling': [
        assignment('return-assignment', 'is over once the unit has filed its plan', 'return-not-possible'),
      ],
    },
  },
  {
    id: 'T12',
    accepted: [
      assignment(
        'return-assignment',
        'leaves the unit accountable until it is granted, then the office, then the next unit',
      ),
    ],
    guards: {
      'a refusal binds': [assignment('return-assignment', 'refused binds the unit', 'return-not-possible')],
      'two returns, the third is coordinated': [
        assignment(
          'return-assignment',
          'goes to coordination when the second return was granted',
          'coordination-names-other-unit',
        ),
        assignment(
          'return-assignment',
          'goes to coordination when the second return was granted',
          'coordination-open',
        ),
      ],
      'decision and reassignment with reason': [
        assignment(
          'guards',
          'a return needs grounds and a legal basis, its decision a reason',
          'decision-reason-missing',
        ),
        assignment(
          'return-assignment',
          'is refused while the unit has the share, and to the same unit',
          'not-returned',
        ),
        assignment('return-assignment', 'says why', 'decision-reason-missing'),
      ],
    },
  },
  {
    id: 'T13',
    accepted: [assignment('guards', 'a plan has measures and a day that is still to come')],
    guards: {
      'after both confirmed': [
        assignment('issue-reply', 'open in their order', 'fact-not-yet-known dual-confirmation-completed'),
      ],
      '五个一 for key ones': [
        assignment(
          'key-mark-reopens',
          'reopens the plan until 五个一 is complete, and blocks the reply meanwhile',
          'five-ones-incomplete',
        ),
      ],
      'measures and deadline': [
        assignment('guards', 'a plan has measures and a day that is still to come', 'plan-incomplete'),
        assignment('guards', 'a plan has measures and a day that is still to come', 'plan-deadline-past'),
      ],
      'of a unit that owes the reply': [
        assignment(
          'guards',
          'a plan is filed by a unit that owes the reply, not by a co-handler',
          'share-owes-no-reply',
        ),
      ],
      'amended only when filed, with a reason': [
        assignment('key-mark-reopens', 'is amended with a reason, never filed twice', 'plan-not-filed'),
        assignment(
          'key-mark-reopens',
          'is amended with a reason, never filed twice',
          'amendment-reason-missing',
        ),
      ],
    },
  },
  {
    id: 'T14',
    accepted: [
      meeting('dual-confirmation', 'is complete with the second side, in either order, and stops its clock'),
    ],
    guards: {
      'both confirm the same words': [
        meeting('dual-confirmation', 'is given once a side, over the words that side read', 'record-changed'),
      ],
      'aim, approach, measures, milestones': [
        meeting(
          'recording',
          'needs background, demands, approach, measures and milestones',
          'consultation-incomplete',
        ),
      ],
      'an absent deputy: two invitations and the days of silence': [
        meeting(
          'dual-confirmation',
          'counts ten workdays from the second invitation: 2026-03-12 + 10 = 03-26',
          'silence-not-over',
        ),
        meeting('dual-confirmation', 'is refused while guards fail', 'too-few-invitations'),
      ],
    },
  },
  {
    id: 'T15',
    accepted: [assignment('guards', OPINION)],
    guards: {
      'has substance': [assignment('guards', OPINION, 'co-opinion-empty')],
      'its parts: facts, class, for B commitments': [
        assignment('guards', PARTS, 'co-opinion-facts-missing'),
        assignment('guards', PARTS, 'co-opinion-class-missing'),
        assignment('guards', PARTS, 'co-opinion-commitment-missing'),
        assignment('guards', PARTS, 'promise-invalid'),
      ],
      'of a co-handler, once': [
        assignment('guards', OPINION, 'not-a-co-share'),
        assignment('guards', OPINION, 'co-opinion-already-given'),
      ],
      'sent back once': [
        assignment(
          'guards',
          'goes back once, with a reason, and is then accepted',
          'co-opinion-sent-back-once',
        ),
      ],
    },
  },
  {
    id: 'T16',
    accepted: [assignment('guards', 'ends with a result in words, met or not')],
    guards: {
      'a handler disagrees, with grounds': [
        assignment(
          'guards',
          'is asked for by a handler with grounds, one at a time',
          'coordination-grounds-missing',
        ),
        assignment('guards', 'is asked for by a handler with grounds, one at a time', 'not-a-handling-share'),
      ],
      'one at a time, ended once': [
        assignment('guards', 'is asked for by a handler with grounds, one at a time', 'coordination-open'),
        assignment('guards', 'ends with a result in words, met or not', 'coordination-not-open'),
      ],
    },
  },
  {
    id: 'T17',
    accepted: [meeting('recording', 'opens the gate of the reply and stops its clock')],
    guards: {
      'required for key and complex ones': [
        assignment('issue-reply', 'open in their order', 'fact-not-yet-known meeting-held'),
      ],
      'after dual confirmation and plan': [
        meeting('recording', 'comes after the dual confirmation and the plan', 'dual-confirmation-first'),
      ],
      'each decision with who, what and when': [
        meeting(
          'recording',
          'lies between the assignment and today, with people and whole decisions',
          'decision-incomplete',
        ),
        meeting(
          'recording',
          'lies between the assignment and today, with people and whole decisions',
          'decision-day-missing',
        ),
        meeting(
          'recording',
          'lies between the assignment and today, with people and whole decisions',
          'decision-before-meeting',
        ),
      ],
      'waived only with reason': [
        meeting(
          'recording',
          'can be waived by 代表工委 with reason, once, and not when held',
          'reason-missing',
        ),
      ],
    },
  },
  {
    id: 'T18',
    accepted: [assignment('extension', 'granted lengthens the same clock to six months from 交办')],
    guards: {
      'wide or difficult': [
        assignment('extension', 'needs a contact with the deputy and grounds', 'extension-grounds-missing'),
      ],
      'a contact on record': [
        assignment('extension', 'needs a contact with the deputy and grounds', 'extension-needs-contact'),
      ],
      'early enough before the due date': [
        assignment(
          'extension',
          'is asked for at least five workdays before the reply is due',
          'extension-too-late',
        ),
      ],
      once: [assignment('extension', 'is asked for once, whatever the answer', 'extension-already-asked')],
      'decided with a reason': [
        assignment('extension', 'is decided with a reason, granted or not', 'decision-reason-missing'),
      ],
    },
  },
  {
    id: 'T19',
    accepted: [
      assignment('issue-reply', 'do not mind the order in which the facts arrive'),
      assignment(
        'issue-reply',
        'reaches every deputy owed it, one by one, with a feedback clock for each who evaluates',
      ),
    ],
    guards: {
      'class set, with its evidence': [
        assignment('issue-reply', '%s with its evidence', 'class-a-evidence-missing'),
        assignment('issue-reply', '%s with its evidence', 'class-b-promise-missing'),
        assignment('issue-reply', '%s with its evidence', 'class-c-condition-missing'),
        assignment('issue-reply', '%s with its evidence', 'class-d-legal-basis-missing'),
        assignment('issue-reply', '%s with its evidence', 'promise-invalid'),
        assignment('issue-reply', '%s with its evidence', 'reply-class-missing'),
      ],
      'of a unit that owes the reply': [
        assignment('issue-reply', 'are opened by no co-handler', 'share-owes-no-reply'),
      ],
      'signed by the head as it was read, with its number': [
        assignment('issue-reply', SIGNATURE, 'reply-draft-changed'),
        assignment('issue-reply', SIGNATURE, 'letter-number-missing'),
      ],
      'served between the signature and today': [
        assignment('issue-reply', 'is on a day between the signature and today', 'day-in-future'),
        assignment('issue-reply', 'is on a day between the signature and today', 'delivered-before-issued'),
      ],
      'co-opinions stated': [
        assignment('reply-opinions', 'state each accepted co-opinion', 'co-opinion-not-stated'),
        assignment('reply-opinions', AWAITED, 'co-opinion-awaited'),
        assignment('reply-opinions', AWAITED, 'co-opinion-absence-unexplained'),
      ],
      'point by point': [assignment('reply-opinions', 'answer each demand', 'demand-unanswered')],
      'all due deputies served': [
        assignment(
          'issue-reply',
          'reaches every deputy owed it, one by one, with a feedback clock for each who evaluates',
          'deputy-not-owed',
        ),
      ],
      'contacted before': [
        assignment('issue-reply', 'open in their order', 'contact-missing'),
        assignment('guards', '%s is told by a unit that handles it, with others too', 'not-a-handling-share'),
        assignment('guards', 'five hundred contacts are recorded at most', 'contacts-limit'),
      ],
      'face to face tried first': [
        assignment('face-to-face', 'is tried before the reply of every round', 'face-to-face-not-tried'),
        assignment('face-to-face', 'is no contact when it failed', 'contact-missing'),
        assignment(
          'face-to-face',
          'is what an attempt was meant to be, with its reason',
          'attempt-not-face-to-face',
        ),
        assignment(
          'face-to-face',
          'is what an attempt was meant to be, with its reason',
          'contact-summary-missing',
        ),
      ],
    },
  },
];
