import type { EvaluationEvent } from './events.ts';
import type { Rectification } from './rectification.ts';

/** The rectifications of a case after an event. */
export function evolveRectifications(
  rectifications: readonly Rectification[],
  event: EvaluationEvent,
): readonly Rectification[] {
  if (!('rectificationId' in event)) return rectifications;
  const { rectificationId } = event;
  if (event.type === 'rectification-ordered' && event.attempt === 1) {
    const { replyId, assignmentId, unitId, gaps, attempt, orderedOn } = event;
    const ordered = {
      rectificationId,
      replyId,
      assignmentId,
      unitId,
      gaps,
      attempt,
      orderedOn,
      rejections: [],
    };
    return [...rectifications, { status: 'ordered', ...ordered }];
  }
  return rectifications.map((rectification) =>
    rectification.rectificationId === rectificationId
      ? evolveRectification(rectification, event)
      : rectification,
  );
}

function evolveRectification(rectification: Rectification, event: EvaluationEvent): Rectification {
  switch (event.type) {
    case 'rectification-submitted':
      if (rectification.status !== 'ordered') return rectification;
      return { ...rectification, status: 'submitted', report: event.report, submittedOn: event.submittedOn };
    case 'rectification-accepted':
      if (rectification.status !== 'submitted') return rectification;
      return {
        ...rectification,
        status: 'accepted',
        acceptedOn: event.acceptedOn,
        acceptedBy: event.acceptedBy,
      };
    case 'rectification-rejected': {
      if (rectification.status !== 'submitted') return rectification;
      return { ...rectification, rejections: [...rectification.rejections, event.explanation] };
    }
    // The next attempt after a rejection.
    case 'rectification-ordered': {
      const { rectificationId, replyId, assignmentId, unitId, gaps, rejections } = rectification;
      const { attempt, orderedOn } = event;
      const demanded = { rectificationId, replyId, assignmentId, unitId, gaps, rejections };
      return { status: 'ordered', ...demanded, attempt, orderedOn };
    }
    default:
      return rectification;
  }
}
