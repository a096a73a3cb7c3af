import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { localDate } from '@huiyin/kernel/local-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clerk, head, openAssignment, STORED_PHOTO, type OpenAssignment } from './open-assignment.ts';
import type { ReplyDraft } from '../src/domain/reply-draft.ts';
import { REPLY, Story } from './stories.ts';

let open: OpenAssignment;
beforeAll(async () => {
  open = await openAssignment();
});
afterAll(() => open.close());

/** A class A reply that shows one file. */
const showing = (file: typeof STORED_PHOTO) => ({
  ...REPLY,
  resultClass: 'A' as const,
  evidence: { ...REPLY.evidence, attachments: [file], completedOn: localDate('2026-04-01') },
  promises: [],
});

describe('the files of a class A', () => {
  it('are those that archive knows of this unit, by their bytes; nothing is kept of a draft with others', async () => {
    const story = new Story(open);
    const lead = await story.readyToReply();
    const drafts = (file: typeof STORED_PHOTO) =>
      open.use.draftReply(
        { assignmentId: lead, draft: showing(file) },
        story.as(clerk('u-traffic'), '2026-04-10'),
      );
    expect(codeOf(await drafts({ ...STORED_PHOTO, attachmentId: 'photo-2' }))).toBe('attachment-unknown');
    expect(codeOf(await drafts({ ...STORED_PHOTO, sha256: '0'.repeat(64) }))).toBe('attachment-hash-differs');
    expect((await story.share(lead, head('u-traffic'))).replies).toEqual([]);
    accepted(await drafts(STORED_PHOTO));
    accepted(await story.issues(lead));
    const issued = (await story.events()).find(({ type }) => type === 'reply-issued');
    expect(issued?.payload).toMatchObject({ evidence: { attachments: [STORED_PHOTO] } });
  });

  it('are named by the draft as it is now, so that archive keeps them while it waits', async () => {
    const story = new Story(open);
    const lead = await story.readyToReply();
    const asClerk = () => story.as(clerk('u-traffic'), '2026-04-10');
    const save = async (draft: ReplyDraft): Promise<void> => {
      accepted(await open.use.draftReply({ assignmentId: lead, draft }, asClerk()));
    };
    const bare = { ...showing(STORED_PHOTO), evidence: REPLY.evidence };
    await save(showing(STORED_PHOTO));
    await save({ ...showing(STORED_PHOTO), opening: '换一个开头。' });
    await save(bare);
    await save(bare);
    const named = (await story.events()).filter(({ type }) => type.startsWith('reply-draft'));
    const { name: _unnamed, ...photo } = STORED_PHOTO;
    expect(named.map(({ type, payload }) => [type, payload['attachments'] ?? []])).toEqual([
      ['reply-drafted', [photo]],
      ['reply-draft-files-changed', []],
    ]);
  });

  it('are asked for again when the head signs: a draft may have waited too long', async () => {
    const story = new Story(open);
    const lead = await story.readyToReply();
    const draft = { assignmentId: lead, draft: showing(STORED_PHOTO) };
    accepted(await open.use.draftReply(draft, story.as(clerk('u-traffic'), '2026-04-10')));
    open.losePhoto();
    expect(codeOf(await story.issues(lead))).toBe('attachment-unknown');
    expect((await story.events()).map(({ type }) => type)).not.toContain('reply-issued');
  });

  it('are nobody else’s to ask after: a stranger is told of neither case nor file', async () => {
    const story = new Story(open);
    const lead = await story.readyToReply();
    const asStranger = () => story.as(head('u-police'), '2026-04-10');
    for (const file of [STORED_PHOTO, { ...STORED_PHOTO, attachmentId: 'photo-2' }]) {
      const draft = { assignmentId: lead, draft: showing(file) };
      expect(codeOf(await open.use.draftReply(draft, asStranger()))).toBe('suggestion-unknown');
    }
    const replyId = await story.replied(lead);
    for (const file of [STORED_PHOTO, { ...STORED_PHOTO, attachmentId: 'photo-2' }]) {
      const { evidence, promises } = showing(file);
      const words = { resultClass: 'A' as const, why: '全部完工', text: '已经建成并开放。' };
      const supplement = { replyId, ...words, evidence, promises };
      expect(codeOf(await open.use.supplementReply(supplement, asStranger()))).toBe('suggestion-unknown');
      const asClerk = story.as(clerk('u-traffic'), '2026-06-10');
      expect(codeOf(await open.use.supplementReply(supplement, asClerk))).toBe('not-permitted');
    }
  });

  it('are asked for when a supplement names them', async () => {
    const story = new Story(open);
    const lead = await story.readyToReply();
    const replyId = await story.replied(lead);
    const supplement = {
      replyId,
      resultClass: 'A' as const,
      why: '全部完工',
      text: '已经建成并开放。',
      evidence: showing({ ...STORED_PHOTO, attachmentId: 'photo-2' }).evidence,
      promises: [],
    };
    const asHead = story.as(head('u-traffic'), '2026-06-10');
    expect(codeOf(await open.use.supplementReply(supplement, asHead))).toBe('attachment-unknown');
    expect((await story.events()).map(({ type }) => type)).not.toContain('reply-supplemented');
  });
});
