import type { CaseFile, FaceToFaceFile, ReplyFile } from './case-file.ts';
import { memberText, objects, text, type Fact } from './fact.ts';
import { nameFiles } from './name-files.ts';

/** What becomes of 当面答复记录: written by the unit, signed or denied by the deputy, or overtaken. */
export function takeFaceToFace(file: CaseFile, fact: Fact): void {
  const reply = file.replies[text(fact, 'replyId')];
  if (reply === undefined) return;
  const record = reply.faceToFace?.[text(fact, 'recordId')];
  switch (fact.type) {
    case 'face-to-face-recorded':
      dropUnsigned(reply, fact);
      (reply.faceToFace ??= {})[text(fact, 'recordId')] = recordOf(fact);
      nameFiles(file, objects(fact, 'scan'), {
        ...{ part: 'contact-records', draft: false, assignmentId: text(fact, 'assignmentId') },
      });
      break;
    case 'face-to-face-signed':
      if (record !== undefined) answered(record, fact, { state: 'signed', day: 'signedOn' });
      break;
    case 'face-to-face-denied':
      if (record !== undefined) answered(record, fact, { state: 'denied', day: 'deniedOn' });
      break;
    case 'reply-delivered':
      dropUnsigned(reply, fact);
      break;
    default:
      break;
  }
}

/** A record made anew, or the reply itself, takes the place of what the deputy has not signed. */
function dropUnsigned(reply: ReplyFile, fact: Fact): void {
  const { deputyId, suggestionId } = deputyOf(fact);
  for (const [id, record] of Object.entries(reply.faceToFace ?? {})) {
    const isOwn = record.deputyId === deputyId && record.suggestionId === suggestionId;
    if (isOwn && (record.state === 'waiting' || record.state === 'denied')) delete reply.faceToFace?.[id];
  }
}

function recordOf(fact: Fact): FaceToFaceFile {
  const isScanned = objects(fact, 'scan').length > 0;
  return {
    ...deputyOf(fact),
    onDate: text(fact, 'onDate'),
    place: text(fact, 'place'),
    attendees: text(fact, 'attendees'),
    content: text(fact, 'content'),
    state: isScanned ? 'scanned' : 'waiting',
    opinion: '',
    answeredOn: '',
  };
}

function answered(
  record: FaceToFaceFile,
  fact: Fact,
  to: { readonly state: 'signed' | 'denied'; readonly day: string },
): void {
  record.state = to.state;
  record.opinion = text(fact, 'opinion');
  record.answeredOn = text(fact, to.day);
}

function deputyOf({ payload }: Fact): Pick<FaceToFaceFile, 'deputyId' | 'suggestionId'> {
  const deputy = (payload['deputy'] ?? {}) as Record<string, unknown>;
  return { deputyId: memberText(deputy, 'deputyId'), suggestionId: memberText(deputy, 'suggestionId') };
}
