import type { CaseFile, ReplyFile } from './case-file.ts';
import { inCourse } from './in-course.ts';

/** A 当面答复记录 of this reply waits for this deputy. */
export function waitsForSignature(reply: ReplyFile | undefined, personId: string): boolean {
  return Object.values(reply?.faceToFace ?? {}).some(
    ({ deputyId, state }) => deputyId === personId && state === 'waiting',
  );
}

/** One of the replies of the shares' present rounds has a record that waits for this deputy. */
export function awaitsSignature(file: CaseFile, personId: string): boolean {
  return (
    inCourse(file) &&
    Object.values(file.replies).some(
      (reply) => file.shares[reply.assignmentId]?.round === reply.round && waitsForSignature(reply, personId),
    )
  );
}
