import { assignment, intake, supervision, type Transition } from './transition.ts';

const WITHDRAWING = 'is refused without a reason, twice by one, after delivery, after merging';
const SUPPLEMENT = 'is supplemented in words, with what the new class rests on';

/** T29–T32: the ways out, and what is changed on the way. */
export const TRANSITIONS_BESIDE: readonly Transition[] = [
  {
    id: 'T29',
    accepted: [
      intake('leaving', 'takes every signer, and ends at once before handing over'),
      assignment(
        'accountable-party',
        'ends a case at once while no deputy has the reply, and stops every clock',
      ),
    ],
    guards: {
      'all co-signers': [intake('leaving', WITHDRAWING, 'withdrawal-already-signed')],
      'before the reply is delivered': [
        intake('leaving', WITHDRAWING, 'withdrawal-too-late'),
        assignment(
          'accountable-party',
          'refuses once a reply was delivered, or from 交办 on where the rule pack says so',
          'withdrawal-refused',
        ),
      ],
      'on its own, not merged': [
        intake('leaving', WITHDRAWING, 'wrong-status'),
        intake(
          'leaving',
          'binds the parent: it is neither withdrawn nor declined while others are handled with it',
          'has-merged-children',
        ),
      ],
      'before 交办 where the profile says so': [
        intake('leaving', 'closes at handing over where the rule pack says so', 'withdrawal-too-late'),
        assignment('move-rules', 'beijing: no withdrawal once the case is handed over', 'withdrawal-refused'),
      ],
    },
  },
  {
    id: 'T30',
    accepted: [
      assignment(
        'key-mark-reopens',
        'reopens the plan until 五个一 is complete, and blocks the reply meanwhile',
      ),
      assignment(
        'key-selection',
        'is due two months after the session closed, from its proposal to the mark of the 主任会议',
      ),
    ],
    guards: {
      'a decision of the 主任会议': [
        assignment(
          'key-mark-reopens',
          'needs a decision number, and a day from registration to today',
          'key-decision-missing',
        ),
        assignment(
          'key-mark-reopens',
          'needs a decision number, and a day from registration to today',
          'key-decision-before-registration',
        ),
      ],
      'criteria, and who supervises': [
        'criteria-missing',
        'supervisor-not-of-council',
        'body-not-committee',
      ].map((code) =>
        assignment(
          'key-mark-reopens',
          'says which criteria are met, and who supervises: a leader of the council and a committee',
          `key-${code}`,
        ),
      ),
      once: [
        assignment(
          'key-mark-reopens',
          'reopens the plan until 五个一 is complete, and blocks the reply meanwhile',
          'already-key',
        ),
      ],
    },
  },
  {
    id: 'T31',
    accepted: [
      assignment(
        'classify-suggestion',
        'asks a reason to classify again, and then requires the on-site meeting of what became complex',
      ),
      supervision('override', 'is confirmed by a second person'),
      supervision('colour', 'raises at once and stays until it is lowered by hand'),
    ],
    guards: {
      'reason to classify again': [
        assignment(
          'classify-suggestion',
          'asks a reason to classify again, and then requires the on-site meeting of what became complex',
          'reclassification-reason-missing',
        ),
      ],
      'reason to change a colour': [supervision('override', 'has its reason in words', 'text-missing')],
      'another colour, of a clock that runs': [
        supervision('override', 'is another one, of a clock that runs', 'colour-unchanged'),
        supervision('override', 'is another one, of a clock that runs', 'clock-not-open'),
      ],
      'a second person, over the colour that was discussed': [
        supervision('override', 'is confirmed by a second person', 'override-not-requested'),
        supervision('override', 'is confirmed by a second person', 'override-same-person'),
        supervision(
          'override',
          'is outdated once the colour is another than the one discussed, or the clock has stopped',
          'override-outdated',
        ),
      ],
    },
  },
  {
    id: 'T32',
    accepted: [
      assignment(
        'issue-reply',
        'may be supplemented after closing, when the situation changed, but not once withdrawn',
      ),
      assignment('situation-change', 'is owed from the day of the change, and met by the supplement'),
    ],
    guards: {
      'of a reply that reached a deputy': [
        assignment(
          'situation-change',
          'is recorded of a delivered reply, once, with its words and a day between the reply and today',
          'reply-not-delivered',
        ),
      ],
      'on a day since the reply': [
        assignment(
          'situation-change',
          'is recorded of a delivered reply, once, with its words and a day between the reply and today',
          'change-before-reply',
        ),
      ],
      'says why': [
        assignment(
          'issue-reply',
          'changes only by a supplement with its reason',
          'supplement-reason-missing',
        ),
        assignment('issue-reply', SUPPLEMENT, 'supplement-reason-missing'),
      ],
      'with what its class rests on': [
        assignment('issue-reply', SUPPLEMENT, 'class-a-evidence-missing'),
        assignment('issue-reply', SUPPLEMENT, 'class-b-promise-missing'),
        assignment('issue-reply', SUPPLEMENT, 'promise-invalid'),
      ],
      'of a reply that stands': [
        assignment(
          'issue-reply',
          'may be supplemented after closing, when the situation changed, but not once withdrawn',
          'case-ended',
        ),
      ],
    },
  },
];
