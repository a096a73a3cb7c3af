import { accepted } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseTo } from '../src/transport/proto-mapping.ts';
import { by, DESK, openArchive, someone, type OpenArchive } from './open-archive.ts';

const [PARENT, CHILD] = ['parent', 'child'] as const;
const ZHAO = someone('zhao', 'deputy');

let archive: OpenArchive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

type Actor = typeof DESK;
const next = async (caseId: string, actor: Actor) =>
  caseTo(accepted(await archive.use.getCase({ caseId, after: [] }, by(actor))).view, true).summary?.next;

/** 林 leads the parent and 赵 the child; the unit's reply has reached both. */
async function merged(): Promise<void> {
  const { hear } = archive;
  for (const [suggestionId, leadDeputyId] of [
    [PARENT, 'lin'],
    [CHILD, 'zhao'],
  ] as const) {
    await hear('intake', suggestionId, 'suggestion-submitted', { suggestionId, leadDeputyId, title: '路灯' });
    await hear('intake', suggestionId, 'suggestion-registered', { suggestionId, number: suggestionId });
  }
  await hear('intake', CHILD, 'suggestion-merged', { suggestionId: CHILD, parentId: PARENT });
  const share = { suggestionId: PARENT, assignmentId: 'a1' };
  const of = { ...share, replyId: 'r1' };
  const joined = { suggestionId: PARENT, childId: CHILD, childLeadDeputyId: 'zhao', childCosignerIds: [] };
  await hear('intake', PARENT, 'suggestion-absorbed', joined);
  await hear('assignment', PARENT, 'assignment-made', { ...share, unitId: 'jiaotong', role: 'lead' });
  const owed = ['lin', 'zhao'].map((deputyId) => ({ deputyId }));
  await hear('assignment', PARENT, 'reply-issued', { ...of, unitId: 'jiaotong', round: 1, owed });
  for (const { deputyId } of owed) {
    const delivered = { ...of, deputy: { deputyId }, allDelivered: deputyId === 'zhao' };
    await hear('assignment', PARENT, 'reply-delivered', delivered);
  }
}

describe('a merged suggestion', () => {
  it('says on its own page whose turn it is in the case it was merged into', async () => {
    await merged();
    const lin = { party: { kind: 'deputy', id: 'lin' }, act: 'evaluate', assignmentId: 'a1' };
    expect(await next(CHILD, DESK)).toMatchObject(lin);
    const said = { suggestionId: PARENT, assignmentId: 'a1', round: 1, result: 'satisfied' };
    const own = { ...said, evaluationId: 'e1', signedSuggestionId: PARENT };
    await archive.hear('evaluation', PARENT, 'suggestion-evaluated', own);
    for (const actor of [DESK, ZHAO]) {
      expect(await next(CHILD, actor)).toMatchObject({ ...lin, party: { kind: 'deputy', id: 'zhao' } });
      expect(await next(CHILD, actor)).toEqual(await next(PARENT, actor));
    }
  });
});
