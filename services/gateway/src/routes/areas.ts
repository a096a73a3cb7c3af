import type { Api } from '../http/api.ts';
import { ballotRoutes } from './ballots.ts';
import { calendarRoutes } from './calendar.ts';
import { evaluationRoutes } from './evaluation.ts';
import { meetingRoutes } from './meeting.ts';
import { supervisionRoutes } from './supervision.ts';
import { trainingRoutes } from './training.ts';
import { notificationRoutes } from './notification.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import { intakeRoutes } from './intake.ts';
import { directoryRoutes } from './directory.ts';
import { archiveRoutes } from './archive.ts';
import { attachmentRoutes } from './attachments.ts';
import { assignmentRoutes } from './assignment.ts';
import { proposalRoutes } from './proposals.ts';
import { savedViewRoutes } from './saved-views.ts';
import { writingRoutes } from './writing.ts';

/** The REST routes of each service behind the gateway: one import and one line an area. */
export const AREAS: readonly ((api: Api) => void)[] = [
  directoryRoutes,
  savedViewRoutes,
  intakeRoutes,
  writingRoutes,
  assignmentRoutes,
  proposalRoutes,
  supervisionRoutes,
  meetingRoutes,
  calendarRoutes,
  evaluationRoutes,
  ballotRoutes,
  archiveRoutes,
  attachmentRoutes,
  notificationRoutes,
  subscriptionRoutes,
  trainingRoutes,
];
