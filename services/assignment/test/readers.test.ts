import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  by,
  clerk,
  COUNCIL,
  DESK,
  GOVERNMENT,
  head,
  liaison,
  openAssignment,
  type OpenAssignment,
} from './open-assignment.ts';
import { REPLY, Story } from './stories.ts';

let open: OpenAssignment;
beforeAll(async () => {
  open = await openAssignment();
  const memberships = [{ role: 'unit-head', unitId: 'u-traffic', active: true }];
  const payload = { personId: 'head-u-traffic', memberships };
  await open.hear('directory', { stream: 'head-u-traffic', type: 'person-changed', payload });
});
afterAll(async () => {
  await open.close();
});

const drafts = async (story: Story, share: string, actor = DESK): Promise<number> =>
  (await story.share(share, actor)).replies.length;

describe('a draft reply', () => {
  async function drafted(): Promise<{ story: Story; share: string }> {
    const story = new Story(open);
    const share = await story.readyToReply();
    accepted(await open.use.draftReply({ assignmentId: share, draft: REPLY }, story.as(clerk('u-traffic'))));
    return { story, share };
  }

  it('is read by its unit and the office that distributes to it, not by 主任会议', async () => {
    const { story, share } = await drafted();
    expect(await drafts(story, share, liaison('u-traffic'))).toBe(1);
    expect(await drafts(story, share, GOVERNMENT)).toBe(1);
    expect(await drafts(story, share, COUNCIL)).toBe(0);
  });

  it('is shown to the desk once its reading is on record, to the person who read and for the words read', async () => {
    const { story, share } = await drafted();
    expect(await drafts(story, share)).toBe(0);
    const read = () => open.use.readReplyDraft({ assignmentId: share }, story.as(DESK));
    const { id } = accepted(await read());
    expect(await drafts(story, share)).toBe(1);
    expect(await drafts(story, share, { ...DESK, personId: 'another-clerk' })).toBe(0);

    accepted(await read());
    const facts = (await story.events()).filter(({ type }) => type === 'reply-draft-read');
    expect(facts.map(({ actor }) => actor.personId)).toEqual([DESK.personId]);

    const changed = { assignmentId: share, draft: { ...REPLY, opening: '另一稿' } };
    expect(accepted(await open.use.draftReply(changed, story.as(clerk('u-traffic')))).id).toBe(id);
    expect(await drafts(story, share)).toBe(0);
    accepted(await read());
    expect(await drafts(story, share)).toBe(1);
  });

  it('cannot be opened by others, nor before there is one', async () => {
    const { story, share } = await drafted();
    for (const actor of [GOVERNMENT, COUNCIL, head('u-traffic')]) {
      const asked = await open.use.readReplyDraft({ assignmentId: share }, story.as(actor));
      expect(codeOf(asked)).toBe('not-permitted');
    }
    const early = new Story(open);
    const empty = await early.readyToReply();
    expect(codeOf(await open.use.readReplyDraft({ assignmentId: empty }, early.as(DESK)))).toBe(
      'reply-draft-missing',
    );
  });
});

describe('how a case was classified', () => {
  it('is read by the congress side, the distributing office and the deputies, by no unit', async () => {
    const story = new Story(open);
    await story.ledByTraffic();
    const known = async (actor: typeof DESK): Promise<boolean> =>
      accepted(await open.use.getCase({ suggestionId: story.id }, story.as(actor))).analysisKnown;
    for (const actor of [DESK, COUNCIL, GOVERNMENT]) expect(await known(actor)).toBe(true);
    for (const actor of [head('u-traffic'), clerk('u-traffic')]) expect(await known(actor)).toBe(false);
  });
});

describe('a confidential author', () => {
  const knows = async (story: Story, share: string, actor = DESK): Promise<boolean> => {
    const { authorKnown } = await story.share(share, actor);
    return authorKnown;
  };
  const name = (story: Story, assignmentId: string, personId: string, reason = '') =>
    open.use.nameConfidant({ assignmentId, personId, reason }, story.as(DESK));

  it('is known to the one person of the unit whom the desk named, and to no other of the unit', async () => {
    const story = new Story(open);
    const share = await story.ledByTraffic('general', { authorConfidential: true });
    expect(await knows(story, share, liaison('u-traffic'))).toBe(false);

    accepted(await name(story, share, 'liaison-u-traffic'));
    expect(await knows(story, share, liaison('u-traffic'))).toBe(true);
    expect(await knows(story, share, head('u-traffic'))).toBe(false);
    expect(codeOf(await name(story, share, 'liaison-u-traffic'))).toBe('confidant-unchanged');
  });

  it('changes hands with a reason, and the one before knows no more', async () => {
    const story = new Story(open);
    const share = await story.ledByTraffic('general', { authorConfidential: true });
    accepted(await name(story, share, 'liaison-u-traffic'));
    expect(codeOf(await name(story, share, 'head-u-traffic'))).toBe('confidant-reason-missing');
    accepted(await name(story, share, 'head-u-traffic', '联络员调离'));
    expect(await knows(story, share, liaison('u-traffic'))).toBe(false);
    expect(await knows(story, share, head('u-traffic'))).toBe(true);
    const facts = (await story.events()).filter(({ type }) => type === 'confidant-named');
    expect(facts.map(({ reason = '' }) => reason)).toEqual(['', '联络员调离']);
  });

  it('is nobody’s to tell but the desk’s, to people of the unit, where confidentiality was asked for', async () => {
    const story = new Story(open);
    const share = await story.ledByTraffic('general', { authorConfidential: true });
    expect(codeOf(await name(story, share, 'liaison-u-police'))).toBe('confidant-outside-unit');
    const request = { assignmentId: share, personId: 'liaison-u-traffic', reason: '' };
    for (const actor of [head('u-traffic'), GOVERNMENT]) {
      expect(codeOf(await open.use.nameConfidant(request, story.as(actor)))).toBe('not-permitted');
    }
    const elsewhere = by(DESK, { tenant: 'xiling' });
    expect(codeOf(await open.use.nameConfidant(request, elsewhere))).toBe('assignment-unknown');

    const ordinary = new Story(open);
    const known = await ordinary.ledByTraffic();
    expect(codeOf(await name(ordinary, known, 'liaison-u-traffic'))).toBe('author-not-confidential');
  });
});
