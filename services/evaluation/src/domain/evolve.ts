import type { CaseFile, Standing } from './case-file.ts';
import type { EvaluationEvent } from './events.ts';
import { evolveEvaluation } from './evolve-evaluation.ts';
import { evolvePromises } from './evolve-promises.ts';
import { evolveRectifications } from './evolve-rectifications.ts';
import { isDissatisfied } from './satisfaction.ts';
import type { Course, Share } from './share.ts';

/** The file after an own event. */
export function evolve(file: CaseFile, event: EvaluationEvent): CaseFile {
  return {
    ...file,
    standing: evolveStanding(file.standing, event),
    shares: file.shares.map((share) => evolveShare(share, event)),
    evaluations: file.evaluations.map((evaluation) => evolveEvaluation(evaluation, event)),
    promises: evolvePromises(file.promises, event),
    rectifications: evolveRectifications(file.rectifications, event),
  };
}

function evolveStanding(standing: Standing, event: EvaluationEvent): Standing {
  switch (event.type) {
    case 'follow-up-begun':
      return standing.phase === 'open'
        ? { ...standing, followUps: [...standing.followUps, event.cause] }
        : standing;
    case 'suggestion-closed': {
      const closings = standing.phase === 'ended' ? 1 : standing.closings + 1;
      return { phase: 'closed', on: event.closedOn, outcome: event.outcome, closings };
    }
    case 'suggestion-reopened':
      return standing.phase === 'closed'
        ? { phase: 'open', followUps: [], closings: standing.closings }
        : standing;
    default:
      return standing;
  }
}

function evolveShare(share: Share, event: EvaluationEvent): Share {
  if (!('assignmentId' in event) || event.assignmentId !== share.assignmentId) return share;
  if (event.type === 'score-fact-kept' && share.training.state === 'missing') {
    return { ...share, training: { ...share.training, kept: true } };
  }
  const course = evolveCourse(share.course, event);
  return course === share.course ? share : { ...share, course };
}

function evolveCourse(course: Course, event: EvaluationEvent): Course {
  switch (event.type) {
    case 'rehandling-ordered':
      return { phase: 'handling', round: event.round };
    case 'rehandling-waived':
      return { phase: 'waived', round: event.round };
    case 'suggestion-evaluated':
      // Another deputy is 不满意 too: what was decided before was not about that.
      return course.phase === 'waived' && course.round === event.round && isDissatisfied(event.form)
        ? { phase: 'handling', round: event.round }
        : course;
    case 'suggestion-escalated':
      return event.stage === 'council'
        ? { phase: 'council', round: event.round }
        : { phase: 'joint-study', round: event.round, since: event.escalatedOn };
    case 'escalation-decided':
      return event.decision === 'close-unsatisfied'
        ? { phase: 'explained', round: event.round }
        : { phase: 'referred', round: event.round, decision: event.decision };
    default:
      return course;
  }
}
