import { archivePolicy } from './policy/archive.ts';
import { assignmentPolicy } from './policy/assignment.ts';
import { directoryPolicy } from './policy/directory.ts';
import { evaluationPolicy } from './policy/evaluation.ts';
import { intakePolicy } from './policy/intake.ts';
import { meetingPolicy } from './policy/meeting.ts';
import { notificationPolicy } from './policy/notification.ts';
import { operationsPolicy } from './policy/operations.ts';
import { supervisionPolicy } from './policy/supervision.ts';
import { trainingPolicy } from './policy/training.ts';
import type { PolicyRow } from './policy-row.ts';

const policies = {
  ...directoryPolicy,
  ...intakePolicy,
  ...assignmentPolicy,
  ...supervisionPolicy,
  ...meetingPolicy,
  ...evaluationPolicy,
  ...trainingPolicy,
  ...archivePolicy,
  ...notificationPolicy,
  ...operationsPolicy,
};

/** Everything anybody can do, named `<service>.<verb-phrase>`. */
export type Action = keyof typeof policies;

/** The whole policy: for each action the rows that allow it. */
export const POLICY: Readonly<Record<Action, readonly PolicyRow[]>> = policies;

/** Every action, by service and in the order of the road. */
export const ACTIONS = Object.keys(policies) as readonly Action[];
