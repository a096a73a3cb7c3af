import { archive, assignment, evaluation, meeting, supervision, type Transition } from './transition.ts';

const LAPSED = 'is recorded when they pass too, ends both clocks and lets the case close';
const JUDGING = 'is not given by a deputy who was not there, nor by the conductor when the deputy was';
const REHANDLING = 'is not ordered without a 不满意, for an unknown share or in an ended case';
const WAIVED =
  'is the desk’s decision where the profile leaves it the choice, and closes the case as closed-unsatisfied';
const WAIVER = 'is explained with a reason, and only where there is a 不满意 of a case that goes on';
const NOT_THE_DESKS =
  'is nobody’s to decide where re-handling follows by itself, or where an escalation rules';
const COUNCIL = 'is decided with number and explanation, only when it is pending';

/** T20–T27: evaluation, re-handling, promises, look-back, rectification and archive. */
export const TRANSITIONS_AFTER_REPLY: readonly Transition[] = [
  {
    id: 'T20',
    accepted: [
      evaluation(
        'evaluating',
        'is the lead deputy’s word on attitude and result, and stops the feedback clock',
      ),
      evaluation('evaluating', 'is attached and decides nothing'),
    ],
    guards: {
      'a reason if unsatisfied': [
        evaluation('evaluating', 'needs reasons when either is 不满意 (SD23)', 'reasons-missing'),
      ],
      'by the lead deputy, never by the unit': [
        evaluation('evaluating', 'is nobody else’s', 'not-lead-deputy'),
      ],
      'after delivery': [
        evaluation('evaluating', 'comes after delivery, not after the reply alone', 'fact-not-yet-known'),
      ],
      'once a round': [
        evaluation('evaluating', 'is given once a round', 'evaluation-submitted'),
        evaluation('evaluating', LAPSED, 'evaluation-lapsed'),
      ],
      'of a case that goes on': [
        evaluation('evaluating', 'is no longer asked for when the case ended', 'evaluation-void'),
      ],
      'co-signers consolidated before it': [
        evaluation('evaluating', 'is a co-signer’s only, after delivery', 'not-cosigner'),
        evaluation('evaluating', 'may change until submission', 'evaluation-submitted'),
      ],
    },
  },
  {
    id: 'T21',
    accepted: [
      evaluation('evaluating', 'has days of grace after the term, counted from its last day'),
      evaluation('evaluating', LAPSED),
    ],
    guards: {
      'two reminders sent': {
        neverBlocks: 'they come within the term, so that they lie before its end',
        see: supervision(
          'remind',
          'is reminded on the fifth and the tenth workday after delivery, and not again',
        ),
      },
      'an answer that came late is none': [evaluation('evaluating', LAPSED, 'evaluation-lapsed')],
    },
  },
  {
    id: 'T22',
    accepted: [
      evaluation('rehandling', 'follows the first 不满意 by itself, with a month for the new reply'),
      evaluation('rehandling', 'follows a bad attitude as well as a bad result, not 基本满意 nor 未表态'),
      evaluation('evaluating', 'gives the desk the days of rehandle_order'),
      evaluation('rehandling', WAIVED),
    ],
    guards: {
      'a 不满意, of a share of a case that goes on': [
        evaluation('rehandling', REHANDLING, 'rehandling-not-due'),
        evaluation('rehandling', REHANDLING, 'fact-not-yet-known'),
        evaluation('rehandling', REHANDLING, 'case-ended'),
      ],
      'by hand with a reason': [
        evaluation(
          'rehandling',
          'is ordered by the desk where the profile asks for it, with reason',
          'reason-missing',
        ),
      ],
      'not re-handled only where the profile leaves the choice, with a reason': [
        evaluation('rehandling', NOT_THE_DESKS, 'rehandling-not-due'),
        evaluation('rehandling', NOT_THE_DESKS, 'joint-study-first'),
        evaluation('rehandling', NOT_THE_DESKS, 'council-decides'),
        evaluation('rehandling', WAIVER, 'reason-missing'),
        evaluation('rehandling', WAIVER, 'case-ended'),
      ],
      'the deputy heard again': [
        assignment('issue-reply', 'hears the deputy again and meets its own clock', 'contact-missing'),
      ],
    },
  },
  {
    id: 'T23',
    accepted: [
      evaluation('rehandling', 'goes to a joint study the second time, which sends it back to the unit'),
      evaluation('rehandling', 'goes to the 主任会议 the third time'),
    ],
    guards: {
      'the second 不满意 is studied first': [
        evaluation(
          'rehandling',
          'goes to a joint study the second time, which sends it back to the unit',
          'joint-study-first',
        ),
      ],
      'the third is the 主任会议’s to decide, with number and explanation': [
        evaluation('rehandling', 'goes to the 主任会议 the third time', 'council-decides'),
        evaluation('rehandling', COUNCIL, 'decision-number-missing'),
        evaluation('rehandling', COUNCIL, 'explanation-missing'),
      ],
      'only what is before it': [evaluation('rehandling', COUNCIL, 'escalation-not-pending')],
    },
  },
  {
    id: 'T24',
    accepted: [
      evaluation('follow-up', 'opens with the reply, with the day promised and a quarterly report'),
      evaluation('follow-up', 'keeps the case in follow-up until it is kept'),
      evaluation('follow-up', 'or until it is broken and explained'),
    ],
    guards: {
      'a report says how far it is': [
        evaluation('follow-up', 'is reported on every quarter', 'progress-missing'),
      ],
      'kept with what was seen': [
        evaluation('follow-up', 'is judged once, with what was seen', 'finding-missing'),
      ],
      'broken with an explanation': [
        evaluation('follow-up', 'or until it is broken and explained', 'explanation-missing'),
      ],
      'judged once, and known': [
        evaluation('follow-up', 'is judged once, with what was seen', 'promise-ended'),
        evaluation('follow-up', 'is judged once, with what was seen', 'promise-unknown'),
      ],
    },
  },
  {
    id: 'T25',
    accepted: [
      meeting('look-back', 'always takes a key reply, without touching the quota of the others'),
      meeting('look-back', 'keeps the share of looked-at replies at 20 % or more at every moment of a year'),
      meeting('look-back', 'is the lead deputy’s own, with the gaps, and stops the clock'),
      meeting(
        'look-back',
        'a waived class A is looked at after all when the deputy denies it, also when that was heard first',
      ),
    ],
    guards: {
      'of a reply that was drawn': [
        meeting('scheduling', 'needs a reply that was drawn', 'look-back-not-required'),
      ],
      'within its window': [
        meeting('scheduling', 'keeps to the window of the profile', 'look-back-too-early'),
      ],
      'judged by the deputy who was there': [
        meeting('look-back', JUDGING, 'deputy-absent'),
        meeting('look-back', JUDGING, 'deputy-judges'),
        meeting(
          'look-back',
          'is given by the conductor after two invitations in vain',
          'too-few-invitations',
        ),
      ],
      'gaps when unmet, and only then': [
        meeting('look-back', 'lists gaps when unmet and only then', 'gaps-missing'),
        meeting('look-back', 'lists gaps when unmet and only then', 'gaps-not-allowed'),
      ],
      'a record that is still due': [
        meeting('look-back', 'needs a recorded look-back that is still due', 'meeting-not-held'),
        meeting('look-back', 'needs a recorded look-back that is still due', 'look-back-not-required'),
      ],
    },
  },
  {
    id: 'T26',
    accepted: [
      evaluation('follow-up', 'follows from an unmet look-back, with gaps and a day'),
      evaluation('follow-up', 'is reported, accepted by the lead deputy, and the case closes'),
      supervision(
        'climb',
        'calls a talk when red has lasted more than ten workdays, to be held by the desk within five',
      ),
    ],
    guards: {
      'a report in words, once': [
        evaluation('follow-up', 'needs a report that waits, and a known rectification', 'report-missing'),
        evaluation(
          'follow-up',
          'needs a report that waits, and a known rectification',
          'rectification-not-ordered',
        ),
      ],
      'judged when it was reported': [
        evaluation(
          'follow-up',
          'needs a report that waits, and a known rectification',
          'rectification-not-submitted',
        ),
      ],
      'by 代表工委 only after the deputy’s silence': [
        evaluation(
          'follow-up',
          'is accepted by 代表工委 only after ten workdays of the deputy’s silence',
          'deputy-still-judges',
        ),
      ],
      'sent back with an explanation': [
        evaluation('follow-up', 'comes back until met', 'explanation-missing'),
      ],
    },
  },
  {
    id: 'T27',
    accepted: [
      archive('sealing', 'follows the closing, a withdrawal or a decision not to handle it as a suggestion'),
    ],
    guards: {
      'closed, once': [
        archive('sealing', 'is refused before, for a merged one, and a second time', 'case-not-closed'),
        archive('sealing', 'is refused before, for a merged one, and a second time', 'case-sealed-already'),
      ],
      'documents complete': [
        archive('sealing', 'waits for the supplementary reply that is owed', 'supplement-awaited'),
      ],
    },
  },
];
