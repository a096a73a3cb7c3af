import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, openIntake, someone, WANG, type OpenIntake } from './open-intake.ts';
import { stories } from './stories.ts';

let intake: OpenIntake;
const { draft, registered, read, events } = stories(() => intake);

beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.close());

describe('facts of others', () => {
  const handedOver = (suggestionId: string) =>
    intake.hear('assignment', {
      stream: suggestionId,
      type: 'assignment-made',
      payload: { suggestionId, assignmentId: 'a-1', unitId: 'jiaotong', role: 'lead' },
    });

  it('a withdrawal after handing over waits for assignment and is completed by it', async () => {
    const suggestionId = await registered();
    await handedOver(suggestionId);
    accepted(await intake.use.withdrawSuggestion({ suggestionId, reason: '问题已解决' }, by(WANG)));
    expect((await read(suggestionId)).suggestion).toMatchObject({
      status: 'registered',
      withdrawal: { phase: 'requested' },
    });
    await intake.hear('assignment', {
      stream: suggestionId,
      type: 'case-ended',
      payload: { suggestionId, cause: 'withdrawn' },
    });
    expect((await read(suggestionId, WANG)).suggestion.status).toBe('withdrawn');
    expect((await events(suggestionId)).at(-1)?.type).toBe('suggestion-withdrawn');
  });

  it('a refused withdrawal lets the case go on', async () => {
    const suggestionId = await registered();
    await handedOver(suggestionId);
    accepted(await intake.use.withdrawSuggestion({ suggestionId, reason: '问题已解决' }, by(WANG)));
    await intake.hear('assignment', {
      stream: suggestionId,
      type: 'withdrawal-refused',
      payload: { suggestionId, grounds: '已答复' },
    });
    expect((await read(suggestionId)).suggestion).toMatchObject({ withdrawal: { phase: 'none' } });
  });

  it('other deputies read the text after handing over, the handling unit too', async () => {
    const suggestionId = await registered();
    const zhang = someone('zhang', 'deputy');
    const clerk = { ...someone('clerk', 'unit-clerk'), unitId: 'jiaotong' };
    expect(codeOf(await intake.use.getSuggestion({ suggestionId }, by(zhang)))).toBe('suggestion-unknown');
    await handedOver(suggestionId);
    expect((await read(suggestionId, zhang)).suggestion.status).toBe('registered');
    expect((await read(suggestionId, clerk)).suggestion.status).toBe('registered');
  });

  it('a mandate that ends drops the invitation in every open draft', async () => {
    const suggestionId = await draft({ tenant: 'xiling' });
    const there = { tenant: 'xiling' };
    accepted(await intake.use.inviteCosigners({ suggestionId, deputyIds: ['zhang'] }, by(WANG, there)));
    await intake.hear('directory', {
      tenant: 'xiling',
      stream: 'zhang',
      type: 'mandate-ended',
      payload: { personId: 'zhang', onDate: '2026-01-05', reason: '调离' },
    });
    expect((await events(suggestionId, 'xiling')).at(-1)).toMatchObject({
      type: 'cosigner-removed',
      payload: { cause: 'mandate-ended' },
    });
    expect(codeOf(await intake.use.submitSuggestion({ suggestionId }, by(WANG, there)))).toBe('accepted');
  });
});
