import { expect, it } from 'vitest';
import { foldCase } from './fold.ts';
import type { Fact } from './fact.ts';

let version = 0;
function fact(type: string, attachmentIds: readonly string[], service = 'intake'): Fact {
  version += 1;
  const attachments = attachmentIds.map((attachmentId) => ({ attachmentId }));
  const payload = service === 'intake' ? { attachments } : { replyId: 'r-1', evidence: { attachments } };
  return {
    ...{ service, version, eventId: `${version}`, type, payload },
    occurredAt: new Date(Date.UTC(2026, 0, 1, 0, version)),
  };
}
const named = (...facts: Fact[]): string[] =>
  foldCase('c-1', facts).attachments.map(({ attachmentId, part }) => `${attachmentId} ${part}`);

it('names what the draft names now', () => {
  const drafted = fact('suggestion-drafted', ['a']);
  expect(named(drafted, fact('draft-edited', ['b', 'b']))).toEqual(['b text']);
  expect(named(drafted, fact('draft-edited', []))).toEqual([]);
});

it('never lets go of what a submission or a reply has named', () => {
  const submitted = [fact('draft-edited', ['a', 'b']), fact('suggestion-submitted', ['a', 'b'])];
  const edited = [...submitted, fact('suggestion-returned', []), fact('draft-edited', ['b', 'c'])];
  expect(named(...edited)).toEqual(['a text', 'b text', 'c text']);
  expect(named(...edited, fact('suggestion-submitted', ['b']))).toEqual(['a text', 'b text']);
  expect(named(...submitted, fact('reply-issued', ['a'], 'assignment'))).toEqual([
    'a text',
    'b text',
    'a final-reply',
  ]);
});

it('names what the draft of a reply names now, then what the reply was issued with', () => {
  const inShare = (type: string, assignmentId: string, ...ids: string[]): Fact => {
    const { payload, ...rest } = fact(type, ids, 'assignment');
    const attachments = ids.map((attachmentId) => ({ attachmentId }));
    return { ...rest, payload: { ...payload, assignmentId, attachments } };
  };
  const drafted = [inShare('reply-drafted', 's-1', 'a', 'b'), inShare('reply-drafted', 's-2', 'c')];
  expect(named(...drafted)).toEqual(['a draft-reply', 'b draft-reply', 'c draft-reply']);
  const changed = [...drafted, inShare('reply-draft-files-changed', 's-1', 'b')];
  expect(named(...changed)).toEqual(['c draft-reply', 'b draft-reply']);
  const issued = [...changed, inShare('reply-issued', 's-1', 'b')];
  expect(named(...issued)).toEqual(['c draft-reply', 'b final-reply']);
  expect(named(...issued, inShare('reply-supplemented', 's-1', 'd'))).toContain('d final-reply');
  expect(named(...issued, inShare('assignment-returned', 's-2'))).toEqual(['b final-reply']);
});

it('names the files of a meeting’s record by the share they are about, and keeps them through a correction', () => {
  const held = (assignmentId: string, photos: readonly string[]): Fact => ({
    ...fact('meeting-held', [], 'meeting'),
    payload: {
      ...{ meetingId: 'm-1', assignmentId, minutesFiles: [{ attachmentId: 'minutes' }] },
      photos: photos.map((attachmentId) => ({ attachmentId })),
    },
  });
  const { attachments } = foldCase('c-1', [held('s-1', ['a', 'b']), held('s-1', ['b']), held('s-2', ['b'])]);
  expect(
    attachments.map(({ attachmentId, part, assignmentId }) => [attachmentId, part, assignmentId]),
  ).toEqual([
    ['a', 'contact-records', 's-1'],
    ['b', 'contact-records', 's-1'],
    ['minutes', 'contact-records', 's-1'],
    ['b', 'contact-records', 's-2'],
    ['minutes', 'contact-records', 's-2'],
  ]);
});
