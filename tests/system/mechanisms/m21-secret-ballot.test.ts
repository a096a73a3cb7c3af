import { describe, expect, inject, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast as castVote, checkIn, type BallotVoter, type ShownBallot } from '../../support/ballot-voter.ts';
import { cast, deputy, deputyId, handedOver } from './support/case-of.ts';
import { seen } from './support/seen.ts';

const VOTERS = [11, 12, 13, 14];

describe('M21 secret ballots in congress meetings 无记名投票', () => {
  it('are voted by who checked in, counted at the end, and voted again when 不满意', async (context) => {
    const desk = await cast.person('desk');
    const { id: suggestionId } = await handedOver(28, 'm21 ballot', ['jiaotong']);
    const asked = { title: '重点建议办理工作', suggestionId, voterIds: VOTERS.map(deputyId), members: 5 };
    expect(await refusal(deputy(11), '/ballots', asked)).toMatch(/^403 /);
    const { id } = await desk.post('/ballots', asked);
    const voters: BallotVoter[] = [];
    for (const number of VOTERS.slice(0, 3)) voters.push(await checkIn(await deputy(number), id));
    const { blindedToken } = voters[0] ?? { blindedToken: '' };
    expect(await refusal(deputy(31), `/ballots/${id}:check-in`, { blindedToken })).toMatch(/^403 /);
    await desk.post(`/ballots/${id}:close-check-in`);
    await desk.post(`/ballots/${id}:open-casting`);
    const vote = (voter: BallotVoter, choice: string): Promise<string> =>
      castVote(inject('gatewayUrl'), voter, { tenant: cast.tenant, ballotId: id, choice });
    const [first, second, third] = voters;
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('somebody is missing');
    expect(await vote(first, 'satisfied')).toBe('204');
    expect(await vote(first, 'satisfied')).toBe('204');
    expect(await vote(first, 'dissatisfied')).toBe('409 vote-already-cast');
    expect(await vote({ ...second, token: third.token }, 'satisfied')).toBe('400 token-not-signed');
    expect(await vote(second, 'dissatisfied')).toBe('204');
    expect(await desk.get<ShownBallot>(`/ballots/${id}`)).toMatchObject({ status: 'casting', cast: 2 });
    await desk.post(`/ballots/${id}:close`);
    expect(await vote(third, 'satisfied')).toBe('409 ballot-wrong-state');
    const closed = await (await cast.person('council')).get<ShownBallot>(`/ballots/${id}`);
    const counts = { satisfied: 1, basicallySatisfied: 0, dissatisfied: 1, abstained: 0, notCast: 1 };
    expect(closed).toMatchObject({ status: 'closed', result: 'dissatisfied', counts });
    const again = await desk.post('/ballots', { title: '重点建议再次测评', revoteOf: id });
    expect(await desk.get(`/ballots/${again.id}`)).toMatchObject({ suggestionId, revoteOf: id });
    seen(context, `无记名投票：签到 3 人、投出 2 票，不满意，${closed.revoteDueOn} 前再次测评`);
  });
});
