import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { newId } from '@huiyin/kernel/ids';
import type { Actor } from '@huiyin/kernel/actor';
import { newBallotToken } from '@huiyin/testkit/ballot-token';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ballotStories, opening } from './ballot-stories.ts';
import {
  by,
  COUNCIL,
  DESK,
  LI,
  LIAISON,
  openEvaluation,
  OTHER_LIAISON,
  STRANGER,
  WANG,
  type OpenEvaluation,
} from './open-evaluation.ts';

const SUN: Actor = { ...WANG, accountId: 'account-sun', personId: 'sun' };
const DEPUTIES = [WANG, LI, SUN];
const AT = by(DESK).at;

let evaluation: OpenEvaluation;
const { introduce, opened, checkIn, casting, vote } = ballotStories(() => evaluation);

beforeAll(async () => {
  evaluation = await openEvaluation();
  await introduce(DEPUTIES);
});
afterAll(() => evaluation.close());

const shown = async (ballotId: string, actor: Actor = DESK) =>
  accepted(await evaluation.use.getBallot({ ballotId }, by(actor)));

describe('a secret ballot 无记名投票', () => {
  it('runs from check-in over casting to its result, and only counts become events', async () => {
    const { use } = evaluation;
    const ballotId = await opened();
    const [wang, li, sun] = await casting(ballotId, DEPUTIES);
    if (wang === undefined || li === undefined || sun === undefined) throw new Error('somebody is missing');
    expect(await vote(ballotId, sun, 'satisfied')).toBeUndefined();
    expect(await vote(ballotId, wang, 'basically-satisfied')).toBeUndefined();
    expect(await shown(ballotId)).toMatchObject({ cast: 2, ballot: { status: 'casting' } });
    expect(JSON.stringify(await shown(ballotId))).not.toContain('"votes"');
    accepted(await use.closeBallot({ ballotId }, by(DESK)));
    const votes = { satisfied: 1, 'basically-satisfied': 1, dissatisfied: 0, abstained: 0 };
    expect((await shown(ballotId)).ballot).toMatchObject({ votes, result: 'satisfied', checkedIn: 3 });
    const events = await evaluation.events(ballotId);
    expect(events.map(({ type }) => type)).toEqual([
      'ballot-opened',
      'ballot-check-in-closed',
      'ballot-casting-opened',
      'ballot-closed',
    ]);
    expect(events.at(-1)?.payload).toEqual({
      ...{ ballotId, subjectKind: 'unit', subjectId: 'unit-transport', members: 3 },
      ...{ satisfied: 1, basicallySatisfied: 1, notCast: 1, result: 'satisfied' },
    });
  });

  it('signs one token a voter, and the same one again as the same check-in', async () => {
    const { use } = evaluation;
    const ballotId = await opened();
    const { token } = await checkIn(ballotId, WANG);
    const first = await shown(ballotId, WANG);
    const again = { ballotId, blindedToken: token.blindedToken };
    accepted(await use.checkInVoter(again, by(WANG)));
    expect(await shown(ballotId, WANG)).toEqual(first);
    const other = await newBallotToken(first.ballot.publicKey);
    const second = { ballotId, blindedToken: other.blindedToken };
    expect(codeOf(await use.checkInVoter(second, by(WANG)))).toBe('already-checked-in');
    expect(codeOf(await use.checkInVoter({ ballotId, blindedToken: 'AAAA' }, by(LI)))).toBe(
      'token-malformed',
    );
    expect(await shown(ballotId)).toMatchObject({ checkedIn: 1, blindSignature: '' });
  });

  it('checks in before it casts, and not any more then', async () => {
    const { use } = evaluation;
    const ballotId = await opened();
    const early = await checkIn(ballotId, WANG);
    expect(codeOf(await vote(ballotId, early, 'satisfied'))).toBe('ballot-wrong-state');
    await checkIn(ballotId, LI);
    accepted(await use.closeCheckIn({ ballotId }, by(DESK)));
    const { blindedToken } = await newBallotToken((await shown(ballotId)).ballot.publicKey);
    expect(codeOf(await use.checkInVoter({ ballotId, blindedToken }, by(SUN)))).toBe('ballot-wrong-state');
    expect(codeOf(await vote(ballotId, early, 'satisfied'))).toBe('ballot-wrong-state');
  });

  it('ends without casting when half of the members or fewer checked in', async () => {
    const ballotId = await opened({ members: 4 });
    await checkIn(ballotId, WANG);
    await checkIn(ballotId, LI);
    accepted(await evaluation.use.closeCheckIn({ ballotId }, by(DESK)));
    expect((await shown(ballotId)).ballot).toMatchObject({ status: 'inquorate', checkedIn: 2 });
    expect(codeOf(await evaluation.use.openCasting({ ballotId }, by(DESK)))).toBe('ballot-wrong-state');
  });

  it('counts a token once: the same choice again is the same vote, another one is refused', async () => {
    const ballotId = await opened();
    const [wang] = await casting(ballotId, [WANG, LI]);
    if (wang === undefined) throw new Error('wang is missing');
    expect(await vote(ballotId, wang, 'dissatisfied')).toBeUndefined();
    expect(await vote(ballotId, wang, 'dissatisfied')).toBeUndefined();
    expect(codeOf(await vote(ballotId, wang, 'satisfied'))).toBe('vote-already-cast');
    expect((await shown(ballotId)).cast).toBe(1);
  });

  it('counts one vote however many send the same token at once', async () => {
    const ballotId = await opened();
    const [wang] = await casting(ballotId, [WANG, LI]);
    if (wang === undefined) throw new Error('wang is missing');
    const answers = await Promise.all(
      (['satisfied', 'dissatisfied', 'satisfied', 'abstained'] as const).map((choice) =>
        vote(ballotId, wang, choice),
      ),
    );
    expect(answers.map(codeOf)).toContain('accepted');
    expect((await shown(ballotId)).cast).toBe(1);
  });

  it('takes no token that it did not sign', async () => {
    const ballotId = await opened();
    await casting(ballotId, [WANG, LI]);
    const elsewhere = await opened();
    const [voter] = await casting(elsewhere, [WANG, LI]);
    const { blindSignature } = await shown(elsewhere, WANG);
    const signature = (await voter?.token.finalize(blindSignature)) ?? '';
    const cast = { ballotId, token: voter?.token.token ?? '', signature, choice: 'satisfied' } as const;
    const nobody = { tenant: 'donghu', at: AT };
    expect(codeOf(await evaluation.use.castVote(cast, nobody))).toBe('token-not-signed');
    expect(codeOf(await evaluation.use.castVote({ ...cast, token: '' }, nobody))).toBe('token-not-signed');
    const inOtherTenant = { tenant: 'xiling', at: AT };
    expect(codeOf(await evaluation.use.castVote(cast, inOtherTenant))).toBe('ballot-unknown');
  });

  it('is voted on again when it was 不满意, once, about the same', async () => {
    const { use } = evaluation;
    const ballotId = await opened();
    await casting(ballotId, [WANG, LI]);
    accepted(await use.closeBallot({ ballotId }, by(DESK, '2026-03-05')));
    expect(await shown(ballotId)).toMatchObject({
      ...{ ballot: { result: 'dissatisfied' }, revoteDueOn: '2026-05-06' },
    });
    const revote = { subject: undefined, revoteOf: ballotId };
    const second = await opened(revote, '2026-05-07');
    expect((await shown(second)).ballot).toMatchObject({
      ...{ revoteOf: { ballotId, late: true }, subject: { unitId: 'unit-transport' } },
    });
    expect(codeOf(await use.openBallot(opening(revote), by(DESK)))).toBe('revote-held');
    accepted(await use.closeCheckIn({ ballotId: second }, by(DESK)));
    // Nobody came: that was no re-vote.
    expect((await shown(await opened(revote))).ballot).toMatchObject({ status: 'check-in' });
  });

  it('is about a case or a unit that exists, among deputies', async () => {
    const { use } = evaluation;
    const open = async (more: Parameters<typeof opening>[0]): Promise<string> =>
      codeOf(await use.openBallot(opening(more), by(DESK)));
    expect(await open({ subject: undefined })).toBe('subject-missing');
    expect(await open({ subject: { kind: 'unit', unitId: 'nobody' } })).toBe('subject-unknown');
    expect(await open({ subject: { kind: 'suggestion', suggestionId: newId() } })).toBe('fact-not-yet-known');
    expect(await open({ voterIds: ['stranger'] })).toBe('voter-unknown');
    expect(await open({ subject: undefined, revoteOf: newId() })).toBe('ballot-unknown');
  });
});

describe('rights', () => {
  it('lets the desk hold it, and those on its roll check in', async () => {
    const { use } = evaluation;
    const ballotId = await opened({ voterIds: ['wang', 'li'] });
    for (const actor of [COUNCIL, WANG, LIAISON]) {
      expect(codeOf(await use.openBallot(opening(), by(actor)))).toBe('not-permitted');
      for (const step of [use.closeCheckIn, use.openCasting, use.closeBallot])
        expect(codeOf(await step({ ballotId }, by(actor)))).toBe('not-permitted');
    }
    const { blindedToken } = await newBallotToken((await shown(ballotId)).ballot.publicKey);
    for (const actor of [DESK, SUN, LIAISON, STRANGER])
      expect(codeOf(await use.checkInVoter({ ballotId, blindedToken }, by(actor)))).toBe('not-permitted');
  });

  it('shows units a ballot once it is closed', async () => {
    const { use } = evaluation;
    const ballotId = await opened();
    const seenBy = async (actor: Actor): Promise<readonly string[]> => {
      const { ballots } = accepted(await use.listBallots({ limit: 200, cursor: '' }, by(actor)));
      return ballots.map(({ ballot }) => ballot.ballotId);
    };
    for (const actor of [DESK, COUNCIL, STRANGER]) expect(await seenBy(actor)).toContain(ballotId);
    expect(await seenBy(LIAISON)).not.toContain(ballotId);
    expect(codeOf(await use.getBallot({ ballotId }, by(LIAISON)))).toBe('ballot-unknown');
    await casting(ballotId, [WANG, LI]);
    accepted(await use.closeBallot({ ballotId }, by(DESK)));
    for (const actor of [LIAISON, OTHER_LIAISON]) expect(await seenBy(actor)).toContain(ballotId);
  });

  it('comes in pages, each ballot once', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = accepted(await evaluation.use.listBallots({ limit: 2, cursor }, by(DESK)));
      seen.push(...page.ballots.map(({ ballot }) => ballot.ballotId));
      cursor = page.nextCursor;
    } while (cursor !== '');
    expect(seen.length).toBeGreaterThan(5);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
