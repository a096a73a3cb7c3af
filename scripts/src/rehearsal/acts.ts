import {
  evaluate,
  evaluateAgain,
  judgePromises,
  lookBack,
  rectify,
  reply,
  replyAgain,
  reportPromises,
  seal,
  supplement,
} from './acts-of-answering.ts';
import {
  acknowledge,
  askExtension,
  askReturn,
  contact,
  decideReturn,
  dualConfirmation,
  filePlan,
  giveOpinions,
  onSiteMeeting,
  reassign,
} from './acts-of-handling.ts';
import { decline, handOver, merge, register, submit, withdraw, type Act } from './acts-of-raising.ts';
import { completePackages, meetTaskForce } from './acts-of-task-force.ts';
import type { ActName } from './case-plan.ts';

/** What each act of a plan is, as commands. */
export const ACTS: Readonly<Record<ActName, Act>> = {
  submit,
  register,
  decline,
  merge,
  'hand-over': handOver,
  withdraw,
  acknowledge,
  'ask-return': askReturn,
  'decide-return': decideReturn,
  reassign,
  'dual-confirmation': dualConfirmation,
  'file-plan': filePlan,
  'give-opinions': giveOpinions,
  'meet-task-force': meetTaskForce,
  'complete-packages': completePackages,
  'on-site-meeting': onSiteMeeting,
  contact,
  'ask-extension': askExtension,
  reply,
  evaluate,
  'look-back': lookBack,
  rectify,
  'report-promises': reportPromises,
  'judge-promises': judgePromises,
  supplement,
  'reply-again': replyAgain,
  'evaluate-again': evaluateAgain,
  seal,
};
