import { archive, assignment, evaluation, intake, meeting, type Proof } from './transition.ts';

/** One state of domain.md §2.1: tests that enter it, and tests that refuse there what does not belong there. */
interface State {
  readonly id: string;
  readonly entered: readonly Proof[];
  readonly refused: readonly Proof[];
}

const REGISTERING =
  'is refused for a foreign category, a deputy out of office, a motion, a draft and a second time';
const DECLINING =
  'is refused once handed over, without hearing the deputy in time, without explanation, for a draft';
const MERGING = 'is refused with itself, unregistered, replied, over two levels and without reason';
const CONVERTING = 'is refused for a suggestion, a draft, without decision and for a future day';
const PRE_REVIEW =
  'is refused for an incomplete draft, a submitted suggestion, an answer nobody asked for, blame without words';
const SEALING = 'is refused before, for a merged one, and a second time';
const REHANDLING = 'is not ordered without a 不满意, for an unknown share or in an ended case';

export const STATES: readonly State[] = [
  {
    id: 'S0',
    entered: [intake('drafting', 'begins with words that may still be missing')],
    refused: [
      intake('desk', REGISTERING, 'wrong-status'),
      intake('drafting', 'cannot be edited once it is submitted', 'wrong-status'),
    ],
  },
  {
    id: 'S1',
    entered: [intake('cosigning', 'asks deputies to sign a complete text')],
    refused: [
      intake('submitting', 'waits for every invited deputy', 'cosignatures-missing'),
      intake(
        'cosigning',
        'is refused for another text, twice, uninvited and after submission',
        'wrong-status',
      ),
    ],
  },
  {
    id: 'S2',
    entered: [intake('pre-review', 'is asked for a complete draft and timed by whether the congress sits')],
    refused: [intake('pre-review', PRE_REVIEW, 'wrong-status')],
  },
  {
    id: 'S3',
    entered: [
      intake('submitting', 'signs the text as version 1 and starts the clock of registration'),
      intake(
        'taking-in',
        'is submitted the day it was received, whenever it is entered, with its paper and who typed it',
      ),
    ],
    refused: [
      intake(
        'submitting',
        'is refused without facts or demands, out of office, of unknown office, and twice',
        'wrong-status',
      ),
    ],
  },
  {
    id: 'S4',
    entered: [
      intake(
        'desk',
        'gives the number of the session, meets the desk clock and starts the handing over from the closing day',
      ),
    ],
    refused: [
      intake('desk', REGISTERING, 'wrong-status'),
      assignment('classify-suggestion', 'needs a classification', 'not-classified'),
    ],
  },
  {
    id: 'S5',
    entered: [
      archive('stage', 'is at that stage from its classification to 交办'),
      assignment('classify-suggestion', 'keeps a person’s override with its reason, and never without one'),
    ],
    refused: [
      assignment('classify-suggestion', 'refuses %s', 'lead-or-parallel'),
      assignment(
        'classify-suggestion',
        'asks a reason to classify again, and then requires the on-site meeting of what became complex',
        'reclassification-reason-missing',
      ),
    ],
  },
  {
    id: 'S6',
    entered: [assignment('classify-suggestion', 'starts the clocks of each role')],
    refused: [
      assignment(
        'classify-suggestion',
        'adds co-handlers and reference units later, but no second lead',
        'already-assigned',
      ),
      intake('desk', DECLINING, 'handling-begun'),
    ],
  },
  {
    id: 'S7',
    entered: [
      assignment('return-assignment', 'opens the days for a return; signing is no acceptance'),
      assignment(
        'return-assignment',
        'is deemed on the last day for it, and acceptance follows when the days for a return have passed',
      ),
    ],
    refused: [
      assignment('return-assignment', 'opens the days for a return; signing is no acceptance', 'not-pending'),
      assignment('return-assignment', 'is over once the unit has filed its plan', 'return-not-possible'),
    ],
  },
  {
    id: 'S8',
    entered: [
      assignment(
        'issue-reply',
        'reaches every deputy owed it, one by one, with a feedback clock for each who evaluates',
      ),
    ],
    refused: [
      assignment(
        'accountable-party',
        'refuses once a reply was delivered, or from 交办 on where the rule pack says so',
        'withdrawal-refused',
      ),
      intake('leaving', MERGING, 'already-replied'),
    ],
  },
  {
    id: 'S9',
    entered: [
      evaluation(
        'evaluating',
        'is the lead deputy’s word on attitude and result, and stops the feedback clock',
      ),
      evaluation('evaluating', 'is recorded when they pass too, ends both clocks and lets the case close'),
    ],
    refused: [
      evaluation('evaluating', 'is given once a round', 'evaluation-submitted'),
      evaluation(
        'evaluating',
        'is recorded when they pass too, ends both clocks and lets the case close',
        'evaluation-lapsed',
      ),
    ],
  },
  {
    id: 'S10',
    entered: [
      evaluation('rehandling', 'follows the first 不满意 by itself, with a month for the new reply'),
      assignment('issue-reply', 'hears the deputy again and meets its own clock'),
    ],
    refused: [
      evaluation(
        'evaluating',
        'of the present round waits for its reply, while an earlier one may still be answered',
        'fact-not-yet-known',
      ),
      assignment('issue-reply', 'hears the deputy again and meets its own clock', 'contact-missing'),
    ],
  },
  {
    id: 'S11',
    entered: [
      evaluation('follow-up', 'keeps the case in follow-up until it is kept'),
      evaluation('follow-up', 'follows from an unmet look-back, with gaps and a day'),
    ],
    refused: [
      archive('sealing', SEALING, 'case-not-closed'),
      evaluation(
        'follow-up',
        'needs a report that waits, and a known rectification',
        'rectification-not-submitted',
      ),
    ],
  },
  {
    id: 'S12',
    entered: [evaluation('closing', 'starts the archive clock')],
    refused: [
      archive('sealing', 'waits for the supplementary reply that is owed', 'supplement-awaited'),
      meeting('scheduling', 'ends with the share and with the case', 'case-not-open'),
    ],
  },
  {
    id: 'S13',
    entered: [
      evaluation('rehandling', 'goes to a joint study the second time, which sends it back to the unit'),
      evaluation('rehandling', 'goes to the 主任会议 the third time'),
    ],
    refused: [
      evaluation(
        'rehandling',
        'goes to a joint study the second time, which sends it back to the unit',
        'joint-study-first',
      ),
      evaluation('rehandling', 'goes to the 主任会议 the third time', 'council-decides'),
    ],
  },
  {
    id: 'S14',
    entered: [
      archive('sealing', 'follows the closing, a withdrawal or a decision not to handle it as a suggestion'),
    ],
    refused: [archive('sealing', SEALING, 'case-sealed-already')],
  },
  {
    id: 'S90',
    entered: [
      intake('desk', 'meets the desk clock and says why'),
      intake('submitting', 'keeps its identity after a return and becomes text version 2'),
    ],
    refused: [
      intake('desk', 'is refused without an explanation and after registration', 'wrong-status'),
      intake(
        'submitting',
        'asks the co-signers again when the returned text was changed',
        'cosignatures-missing',
      ),
    ],
  },
  {
    id: 'S91',
    entered: [
      intake('leaving', 'takes every signer, and ends at once before handing over'),
      assignment(
        'accountable-party',
        'ends a case at once while no deputy has the reply, and stops every clock',
      ),
    ],
    refused: [
      evaluation('rehandling', REHANDLING, 'case-ended'),
      assignment(
        'issue-reply',
        'may be supplemented after closing, when the situation changed, but not once withdrawn',
        'case-ended',
      ),
    ],
  },
  {
    id: 'S92',
    entered: [
      intake('desk', 'ends the desk clock and times the notice to the deputy'),
      intake('desk', 'is finished when the deputy knows, once'),
    ],
    refused: [
      intake('desk', 'is finished when the deputy knows, once', 'notice-already-confirmed'),
      intake('desk', 'is finished when the deputy knows, once', 'wrong-status'),
    ],
  },
  {
    id: 'S93',
    entered: [
      intake('leaving', 'puts a fact on both streams and keeps the child deputies to be answered'),
      assignment(
        'accountable-party',
        'ends the child’s shares when it is merged after 交办, and nothing when before',
      ),
    ],
    refused: [
      assignment(
        'guards',
        'is decided there: here it is neither classified nor handed over, and its shares are over',
        'case-merged',
      ),
      archive('sealing', SEALING, 'case-not-closed'),
    ],
  },
  {
    id: 'S94',
    entered: [
      intake('desk', 'puts it before the desk from the day of the decision'),
      archive('stage', 'is at that stage from the decision to its registration'),
    ],
    refused: [
      intake('desk', 'puts it before the desk from the day of the decision', 'motion-already-converted'),
      intake('desk', CONVERTING, 'not-a-motion'),
      intake('desk', REGISTERING, 'motion-not-converted'),
    ],
  },
];
