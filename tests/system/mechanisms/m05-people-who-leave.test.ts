import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { logIn, type ApiSession } from '@huiyin/scripts/api/session';
import { Cast } from '@huiyin/scripts/road/cast';
import { waitFor } from '@huiyin/testkit/wait-for';
import { describe, expect, inject, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, deputy, deputyId, handedOver, textOf, told } from './support/case-of.ts';
import { dualConfirmed, today } from './support/meeting-of.ts';
import { seen } from './support/seen.ts';

interface CaseFile {
  readonly leadDeputyId: string;
  readonly cosignerIds: readonly string[];
  readonly availableActs: readonly { readonly act: string }[];
}

interface Me {
  readonly tenant: string;
  readonly roles: readonly string[];
  readonly memberships: readonly { readonly membershipId: string; readonly role: string }[];
}

/** 代表资格终止, said by the desk. */
async function leavesOffice(number: number): Promise<void> {
  const body = { onDate: await today(), reason: '迁出本行政区域' };
  await (await cast.person('desk')).post(`/people/${deputyId(number)}:end-mandate`, body);
}

/** A new login, which knows what has become of the person. */
function again(number: number): Promise<ApiSession> {
  return logIn(inject('gatewayUrl'), `deputy-${number}@${cast.tenant}`, DEMO_PASSWORD);
}

const actsOf = async (who: ApiSession, id: string): Promise<string[]> =>
  (await who.get<CaseFile>(`/cases/${id}`)).availableActs.map(({ act }) => act);

/** Signed by a second deputy too, registered and handed over. */
async function cosignedCase(lead: number, cosigner: number): Promise<{ id: string; shareId: string }> {
  const { title, facts, demands } = textOf(`leaving ${lead}`);
  const author = await deputy(lead);
  const { id } = await author.post('/suggestions', { text: { title, facts, demands } });
  await author.post(`/suggestions/${id}/cosigners`, { deputyIds: [deputyId(cosigner)] });
  const other = await deputy(cosigner);
  const { textHash } = await other.get<{ textHash: string }>(`/suggestions/${id}`);
  await other.post(`/suggestions/${id}/cosigners/me:confirm`, { textHash });
  await author.post(`/suggestions/${id}:submit`);
  const desk = await cast.person('desk');
  await desk.post(`/suggestions/${id}:register`, { category: '城建环保' });
  const points = { points: 1, reason: '涉及一个部门' };
  const scores = { scope: points, difficulty: points, urgency: points };
  await desk.post(`/suggestions/${id}:classify`, { ...scores, expectedUnits: 1 });
  const shares = [{ unitId: cast.unitId('jiaotong'), role: 'lead' }];
  await desk.post(`/suggestions/${id}:assign`, { shares });
  const { assignments } = await desk.get<{ assignments: readonly { assignmentId: string }[] }>(
    `/suggestions/${id}/handling`,
  );
  return { id, shareId: assignments[0]?.assignmentId ?? '' };
}

describe('M5 people who leave 代表资格终止', () => {
  it('a co-signer takes the lead of a running case, and confirms from then on', async (context) => {
    const { id, shareId } = await cosignedCase(51, 52);
    const path = `/suggestions/${id}:take-lead`;
    expect(await refusal(deputy(52), path, {})).toBe('409 lead-in-office');
    expect(await refusal(deputy(54), path, {})).toMatch(/^40[34] /);
    await leavesOffice(51);
    const desk = await cast.person('desk');
    const taker = await deputy(52);
    await waitFor('the act to be offered', async () => (await actsOf(taker, id)).includes('takeLead'));
    expect(await actsOf(desk, id)).toContain('takeLead');
    expect(await refusal(cast.person('desk'), path, { deputyId: deputyId(52) })).toBe('400 reason-missing');
    expect(await refusal(cast.person('desk'), path, { deputyId: deputyId(54), reason: '来电同意' })).toBe(
      '400 not-a-cosigner',
    );
    await taker.post(path, {});
    await waitFor('archive to know who leads', async () => {
      const file = await desk.get<CaseFile>(`/cases/${id}`);
      return file.leadDeputyId === deputyId(52) && file.cosignerIds.includes(deputyId(51));
    });

    const liaison = await cast.ofUnit('liaison', 'jiaotong');
    await liaison.post(`/assignments/${shareId}:acknowledge`);
    await dualConfirmed({ suggestionId: id, assignmentId: shareId, unit: 'jiaotong', lead: taker });
    for (const number of [51, 52]) await told(again(number), id, 'lead-passed');
    seen(context, '领衔代表资格终止：联名代表接任领衔，双确认由其作出，两人均获通知');
  });

  it('a former deputy still reads and confirms what he signed, and does nothing new', async (context) => {
    const { id, shares } = await handedOver(53, 'leaving alone', ['jiaotong']);
    const { id: foreign } = await handedOver(54, 'leaving other', ['jiaotong']);
    await leavesOffice(53);
    const former = await again(53);
    expect((await former.get<Me>('/me')).roles).toEqual(['former-deputy']);
    expect((await former.get<CaseFile>(`/cases/${id}`)).leadDeputyId).toBe(deputyId(53));
    const listed = await former.all<{ caseId: string }>('/cases');
    expect(listed.map(({ caseId }) => caseId)).toEqual([id]);
    expect(await statusOf(former, `/cases/${foreign}`)).toBe(404);
    const { title, facts, demands } = textOf('leaving new');
    const session = Promise.resolve(former);
    expect(await refusal(session, '/suggestions', { text: { title, facts, demands } })).toMatch(/^403 /);
    expect(
      await refusal(session, `/suggestions/${foreign}/cosigners/me:confirm`, { textHash: '0'.repeat(64) }),
    ).toMatch(/^40[34] /);

    const [assignmentId] = shares;
    await (await cast.ofUnit('liaison', 'jiaotong')).post(`/assignments/${assignmentId}:acknowledge`);
    await dualConfirmed({
      ...{ suggestionId: id, assignmentId: assignmentId ?? '', unit: 'jiaotong' },
      lead: former,
    });
    seen(context, '原代表：可读、可确认本人在办建议，不能再提出或联名');
  });

  it('who is a deputy of another district now keeps his cases where they were submitted', async (context) => {
    const { id } = await handedOver(55, 'moving', ['jiaotong']);
    await leavesOffice(55);
    const elsewhere = 'xiling';
    const { people } = await (
      await cast.person('desk')
    ).get<{ people: readonly { name: string }[] }>(`/people:resolve?ids=${deputyId(55)}`);
    const person = { name: people[0]?.name, phone: '', memberships: [{ role: 'deputy' }] };
    const administrator = await new Cast(inject('gatewayUrl'), elsewhere).person('admin');
    // No version: the district has not heard of this person.
    const key = { 'idempotency-key': crypto.randomUUID(), 'if-match': '"0"' };
    await administrator.send('PUT', `/people/${deputyId(55)}`, person, key);

    const moved = await again(55);
    const me = await moved.get<Me>('/me');
    expect([me.tenant, me.roles]).toEqual([elsewhere, ['deputy']]);
    expect(await statusOf(moved, `/cases/${id}`)).toBe(404);
    const { title, facts, demands } = textOf('moved');
    const { id: own } = await moved.post('/suggestions', { text: { title, facts, demands } });
    expect(await statusOf(moved, `/suggestions/${own}`)).toBe(200);

    const former = me.memberships.find(({ role }) => role === 'former-deputy')?.membershipId;
    const before = await logIn(inject('gatewayUrl'), moved.login, DEMO_PASSWORD, undefined, former);
    expect((await before.get<Me>('/me')).tenant).toBe(cast.tenant);
    expect((await before.get<CaseFile>(`/cases/${id}`)).leadDeputyId).toBe(deputyId(55));
    expect(await statusOf(before, `/suggestions/${own}`)).toBe(404);
    seen(context, '代表转任另一区：原建议留在原区，切换身份后可读可答；新区看不到');
  });
});

async function statusOf(who: ApiSession, path: string): Promise<number> {
  return who.get(path).then(
    () => 200,
    (error: { status: number }) => error.status,
  );
}
