import type { ApiSession } from '@huiyin/scripts/api/session';
import { docxTexts } from '@huiyin/testkit/docx-texts';
import { waitFor } from '@huiyin/testkit/wait-for';
import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { caseOf, cast, deputy, deputyId, handedOver, textOf } from './support/case-of.ts';
import { dualConfirmed, PLAN, today } from './support/meeting-of.ts';
import { seen } from './support/seen.ts';

const UNIT = 'jiaotong';

interface Checked {
  readonly canBeSigned: boolean;
  readonly checks: readonly { readonly subject: string; readonly state: string; readonly code: string }[];
}

/** What a unit writes down of a face-to-face reply today. */
async function talk(): Promise<object> {
  const where = { place: '区交通运输局二楼', attendees: '顾行远、林代表', content: '逐条答复并看了图纸。' };
  return { onDate: await today(), ...where };
}

interface Signable {
  readonly replies: readonly {
    readonly delivered: number;
    readonly faceToFace: readonly {
      readonly recordId: string;
      readonly state: string;
      readonly opinion: string;
    }[];
  }[];
  readonly clocks: readonly Clock[];
  readonly summary: { readonly stage: string; readonly awaitsSignature: boolean };
}

/** The case once its face-to-face record is in that state. */
function withRecord(reader: ApiSession, id: string, state: string): Promise<Signable> {
  return waitFor(`the record to be ${state}`, async () => {
    const found = await reader.get<Signable>(`/cases/${id}`);
    return found.replies.some(({ faceToFace }) => faceToFace.some((each) => each.state === state)) && found;
  });
}

interface Documents {
  readonly documents: readonly { readonly kind: string; readonly of: string }[];
}

/** A share whose gates are open: signed for, confirmed by both sides, planned, and talked about. */
async function readyToReply(
  number: number,
  seed: string,
  wishes = {},
): Promise<{ id: string; share: string }> {
  const { id, shares } = await handedOver(number, seed, [UNIT], wishes);
  const share = shares[0] ?? '';
  await (await cast.ofUnit('liaison', UNIT)).post(`/assignments/${share}:acknowledge`);
  await dualConfirmed({ suggestionId: id, assignmentId: share, unit: UNIT, lead: await deputy(number) });
  const clerk = await cast.ofUnit('clerk', UNIT);
  await clerk.post(`/assignments/${share}/plan`, PLAN);
  const contact = { form: 'visit', onDate: await today(), summary: '上门听取意见。' };
  await clerk.post(`/assignments/${share}/contacts`, { ...contact, deputyIds: [] });
  return { id, share };
}

function draftOf(seed: string, more: object): object {
  const sections = textOf(seed).demands.map((_, index) => ({
    demandNumber: index + 1,
    answer: '已列入计划，我们高度重视，按期实施。',
  }));
  return { resultClass: 'B', sections, promises: [{ text: '完成施工', dueOn: '2026-12-01' }], ...more };
}

async function signed(share: string, draft: object): Promise<string> {
  const clerk = await cast.ofUnit('clerk', UNIT);
  await clerk.post(`/assignments/${share}/replies`, draft);
  const { replies } = await clerk.get<{ replies: readonly { textHash: string }[] }>(`/assignments/${share}`);
  const head = await cast.ofUnit('head', UNIT);
  const letter = { letterNumber: '交函〔2026〕19号', textHash: replies[0]?.textHash };
  return (await head.post(`/assignments/${share}/replies:issue`, letter)).id;
}

/** What the reader finds in the case file once the letter is filed. */
function filed(reader: ApiSession, id: string, kind: string): Promise<Documents['documents']> {
  return waitFor(`${kind} to be filed`, async () => {
    const { documents } = await reader.get<Documents>(`/cases/${id}/documents`);
    return documents.some((each) => each.kind === kind) && documents;
  });
}

/** The administrator enters the liaison's phone. Answers the note that the unit's letters carry from then on. */
async function contactNoted(phone: string): Promise<string> {
  const administrator = await cast.person('admin');
  const unitId = cast.unitId(UNIT);
  const [liaison, ...others] = await administrator.all<Liaison>(`/people?role=unit-liaison&unitId=${unitId}`);
  if (liaison === undefined || others.length > 0) throw new Error(`${UNIT} has not one liaison`);
  const person = { name: liaison.name, phone, memberships: [{ role: 'unit-liaison', unitId }] };
  const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${liaison.version}"` };
  await administrator.send('PUT', `/people/${liaison.personId}`, person, headers);
  const units = await administrator.all<{ unitId: string; name: string }>('/units');
  const unit = units.find((each) => each.unitId === unitId)?.name ?? '';
  return `（联系单位：${unit}，联系人：${liaison.name}，联系电话：${phone}）`;
}

interface Liaison {
  readonly personId: string;
  readonly name: string;
  readonly version: number;
}

interface Noticed {
  readonly items: readonly { readonly text: string }[];
}

interface Clock {
  readonly clockId: string;
  readonly kind: string;
  readonly dueDate: string;
  readonly state: string;
}

/** The clock of the supplementary reply once the reader sees it in that state. */
function supplementClock(reader: ApiSession, id: string, state: string): Promise<Clock> {
  return waitFor(`the supplementary reply to be ${state}`, async () => {
    const { clocks } = await reader.get<{ clocks: readonly Clock[] }>(`/cases/${id}`);
    return clocks.find((clock) => clock.kind === 'supplementary_reply' && clock.state === state) ?? false;
  });
}

function beginsWith(file: Uint8Array): string {
  return Buffer.from(file).toString('latin1', 0, 4);
}

describe('M19 reply 答复', () => {
  it('says at once everything that is missing, previews as the letter, and refuses to be signed till then', async (context) => {
    const { share } = await readyToReply(57, 'm19');
    const clerk = await cast.ofUnit('clerk', UNIT);
    const check = (draft: object): Promise<Checked> =>
      clerk.send('POST', `/assignments/${share}/replies:check`, draft);
    const bad = await check(draftOf('m19', { promises: [], sections: [] }));
    expect(bad.canBeSigned).toBe(false);
    const codes = bad.checks.filter(({ state }) => state === 'must').map(({ code }) => code);
    expect([...new Set(codes)]).toEqual(['class-b-promise-missing', 'demand-unanswered']);
    const good = await check(draftOf('m19', {}));
    expect(good.canBeSigned).toBe(true);
    expect(good.checks.some(({ state, code }) => state === 'advice' && code === 'empty-phrase')).toBe(true);
    const preview = `/assignments/${share}/replies:preview`;
    expect(beginsWith(await clerk.send<Uint8Array>('POST', preview, draftOf('m19', {})))).toBe('%PDF');
    expect(await refusal(cast.ofUnit('clerk', 'gongan'), preview, draftOf('m19', {}))).toMatch(/^40[34] /);
    seen(context, `缺${codes.length}项一次说清，补齐后可签；预览即 PDF`);
  });

  it('is a letter in both formats for everybody who may read it', async (context) => {
    const note = await contactNoted('0000-5550119');
    expect(note).toMatch(/^（联系单位：[^，]+，联系人：[^，]+，联系电话：0000-5550119）$/);
    const { id, share } = await readyToReply(58, 'm19 letter');
    const replyId = await signed(share, draftOf('m19 letter', {}));
    await (await cast.ofUnit('liaison', UNIT)).post(`/replies/${replyId}:record-face-to-face`, await talk());
    const lead = await deputy(58);
    const documents = await filed(lead, id, 'face-to-face-record');
    expect(documents.map(({ kind }) => kind).toSorted()).toEqual([
      'assignment-notice',
      'consultation-record',
      'contact-record',
      'face-to-face-record',
      'handling-plan',
      'reply-letter',
      'suggestion-form',
    ]);
    for (const { kind, of } of documents) {
      const path = `/cases/${id}/documents/${kind}`;
      expect(beginsWith(await lead.get<Uint8Array>(`${path}.pdf?of=${of}`))).toBe('%PDF');
      const docx = await lead.get<Uint8Array>(`${path}.docx?of=${of}`);
      expect(beginsWith(docx)).toMatch(/^PK/);
      // 联系人 with the phone stands under the date of the letter, and nowhere else.
      const stating = docxTexts(docx).filter((text) => text.includes('0000-5550119'));
      expect(stating).toEqual(kind === 'reply-letter' ? [note] : []);
    }
    await expect(lead.get(`/cases/${id}/documents/decline-notice.pdf`)).rejects.toMatchObject({
      status: 404,
      code: 'document-not-found',
    });
    // Another unit has no part in the case.
    await expect((await cast.ofUnit('head', 'gongan')).get(`/cases/${id}/documents`)).rejects.toMatchObject({
      status: 404,
    });
    seen(context, `${documents.length} 种公文，各有 .docx 和 PDF；答复函载明联系人和电话；无关单位看不到`);
  });

  it('given face to face is delivered by the signature of the deputy, and by nothing else', async (context) => {
    const { id, share } = await readyToReply(20, 'm19 talk');
    const replyId = await signed(share, draftOf('m19 talk', {}));
    const path = `/replies/${replyId}`;
    const liaison = cast.ofUnit('liaison', UNIT);
    const alone = { method: 'face-to-face', deliveredOn: await today() };
    expect(await refusal(liaison, `${path}:deliver`, alone)).toMatch(/^400 /);
    const empty = { ...(await talk()), place: ' ' };
    expect(await refusal(liaison, `${path}:record-face-to-face`, empty)).toMatch(/^400 /);
    const forged = [{ attachmentId: replyId, sha256: '0'.repeat(64), name: '签字页.jpg' }];
    const withScan = { ...(await talk()), scan: forged };
    expect(await refusal(liaison, `${path}:record-face-to-face`, withScan)).toMatch(/attachment-unknown/);
    await (await liaison).post(`${path}:record-face-to-face`, await talk());

    const lead = await deputy(20);
    const told = await withRecord(lead, id, 'waiting');
    expect(told.replies[0]?.delivered).toBe(0);
    expect(told.summary).toMatchObject({ stage: 'in-progress', awaitsSignature: true });
    expect(told.clocks.find(({ kind }) => kind === 'reply')?.state).toBe('open');
    const first = told.replies[0]?.faceToFace[0]?.recordId ?? '';
    const answer = { recordId: first, agrees: true, opinion: '' };
    // The unit cannot sign for the deputy, another deputy does not even see it.
    expect(await refusal(liaison, `${path}:answer-face-to-face`, answer)).toMatch(/^403 /);
    expect(await refusal(deputy(19), `${path}:answer-face-to-face`, answer)).toMatch(/^404 /);
    const silent = { ...answer, agrees: false };
    expect(await refusal(deputy(20), `${path}:answer-face-to-face`, silent)).toMatch(/denial-unexplained/);
    await lead.post(`${path}:answer-face-to-face`, { ...silent, opinion: '只通了电话，没有见面。' });
    const denied = await withRecord(await cast.person('desk'), id, 'denied');
    expect(denied.replies[0]).toMatchObject({
      delivered: 0,
      faceToFace: [{ opinion: '只通了电话，没有见面。' }],
    });
    const notices = await waitFor('the desk to be told', async () => {
      const { items } = await (await cast.person('desk')).get<Noticed>('/notices?limit=100');
      return items.filter(({ text }) => text.includes('与实际不符')).length > 0 && items;
    });
    expect(notices.length).toBeGreaterThan(0);

    await (await liaison).post(`${path}:record-face-to-face`, await talk());
    const again = await withRecord(lead, id, 'waiting');
    const recordId = again.replies[0]?.faceToFace[0]?.recordId ?? '';
    expect(recordId).not.toBe(first);
    expect(await refusal(deputy(20), `${path}:answer-face-to-face`, answer)).toMatch(
      /face-to-face-not-waiting/,
    );
    await lead.post(`${path}:answer-face-to-face`, { ...answer, recordId, opinion: '同意，望早日完工。' });
    const done = await waitFor('the reply to be delivered', async () => {
      const found = await withRecord(await liaison, id, 'signed');
      return found.replies[0]?.delivered === 1 && found;
    });
    expect(done.replies[0]).toMatchObject({ faceToFace: [{ opinion: '同意，望早日完工。' }] });
    await waitFor('the clock of the reply to stop', async () => {
      const { clocks } = await lead.get<Signable>(`/cases/${id}`);
      return clocks.find(({ kind }) => kind === 'reply')?.state === 'met';
    });
    seen(context, '单位自己记“已当面答复”不停表；代表说不符，代表工委看到；代表签署后才送达、停表');
  });

  it('is supplemented within ten working days of what changed', async (context) => {
    const { id, share } = await readyToReply(56, 'm19 supplement');
    const replyId = await signed(share, draftOf('m19 supplement', {}));
    const delivery = { method: 'letter', deliveredOn: await today() };
    await (await cast.ofUnit('liaison', UNIT)).post(`/replies/${replyId}:deliver`, delivery);
    const path = `/assignments/${share}/situation-changes`;
    const change = { what: '施工单位更换，工期推迟到明年。', changedOn: await today() };
    expect(await refusal(cast.ofUnit('clerk', 'gongan'), path, change)).toMatch(/^40[34] /);
    expect(await refusal(cast.person('desk'), path, { ...change, what: ' ' })).toMatch(/^4\d\d /);
    await (await cast.ofUnit('clerk', UNIT)).post(path, change);
    expect(await refusal(cast.person('desk'), path, change)).toMatch(/^409 situation-change-open/);
    const lead = await deputy(56);
    const owed = await supplementClock(lead, id, 'open');
    const { lines } = await lead.get<{ lines: readonly string[] }>(`/clocks/${owed.clockId}/explanation`);
    expect(lines.join()).toMatch(/情况变化之日.*10个工作日/);
    const reply = { resultClass: 'C', why: change.what, text: '明年五月完成。' };
    const evidence = { lackingCondition: '施工单位更换', explainedBy: '顾行远' };
    const head = await cast.ofUnit('head', UNIT);
    await head.post(`/replies/${replyId}:supplement`, { ...reply, evidence });
    await supplementClock(lead, id, 'met');
    expect((await filed(lead, id, 'supplementary-reply')).length).toBeGreaterThan(0);
    seen(context, `情况变化之日起 10 个工作日，至 ${owed.dueDate}；补充答复后停表`);
  });

  it('does not show a unit the papers of parts it may not see', async () => {
    const { id } = await handedOver(59, 'm19 papers', [UNIT], { authorConfidential: true });
    const head = await cast.ofUnit('head', UNIT);
    await caseOf(head, id);
    const documents = await filed(head, id, 'assignment-notice');
    expect(documents.map(({ kind }) => kind)).toEqual(['suggestion-form', 'assignment-notice']);
    const other = await deputy(60);
    expect(deputyId(60)).toBe(other.personId);
    await expect(other.get(`/cases/${id}/documents/return-request.pdf`)).rejects.toMatchObject({
      status: 404,
    });
  });
});
