import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { shippedRulePacks } from '@huiyin/calendar/shipped-rule-packs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, GOVERNMENT, head, openAssignment, type OpenAssignment } from './open-assignment.ts';
import { Story } from './stories.ts';

let open: OpenAssignment;

beforeAll(async () => {
  open = await openAssignment();
});
afterAll(() => open.close());

async function activate(version: string, effectiveFrom: string, pack: object): Promise<void> {
  const payload = { version, effectiveFrom, contentJson: JSON.stringify(pack) };
  await open.hear('directory', { stream: `rule-pack:${version}`, type: 'rule-pack-activated', payload });
}

describe('the rule pack of a running case', () => {
  it('stays when the tenant activates another, until 代表工委 moves the case', async () => {
    const story = new Story(open);
    const lead = await story.ledByTraffic();
    const henan = shippedRulePacks.find(({ pack }) => pack.profile === 'henan')?.pack ?? sdDistrict;
    await activate('hn-1', '2026-03-01', henan);
    await activate('hn-2', '2027-01-01', henan);
    await story.acknowledged(lead);
    expect((await story.events()).at(-1)?.payload).toMatchObject({
      clocks: [{}, { kind: 'deemed_accepted', rulePackVersion: 'sd-1', term: { n: 5, unit: 'day' } }],
    });
    const younger = new Story(open);
    await younger.acknowledged(await younger.ledByTraffic('general', { rulePackVersion: 'hn-1' }));
    expect((await younger.events()).at(-1)?.payload).toMatchObject({
      clocks: [{}, { kind: 'deemed_accepted', rulePackVersion: 'hn-1', term: { n: 10, unit: 'workday' } }],
    });

    const move = { suggestionId: story.id, rulePackVersion: 'hn-1', reason: '市人大决定适用新条例' };
    expect(codeOf(await open.use.moveRules(move, story.as(GOVERNMENT)))).toBe('not-permitted');
    expect(codeOf(await open.use.moveRules({ ...move, rulePackVersion: 'hn-2' }, story.as(DESK)))).toBe(
      'rule-pack-unknown',
    );
    accepted(await open.use.moveRules(move, story.as(DESK, '2026-03-04')));
    expect((await story.events()).at(-1)).toMatchObject({
      type: 'rules-moved',
      reason: '市人大决定适用新条例',
      payload: { fromVersion: 'sd-1', toVersion: 'hn-1' },
    });
    const request = { grounds: '不属于我局职责', legalBasis: '三定规定第三条', proposedUnitId: 'u-police' };
    const late = story.as(head('u-traffic'), '2026-03-16');
    accepted(await open.use.requestReturn({ assignmentId: lead, ...request }, late));
  });

  it('of a case stored before versions were kept is that of its registration', async () => {
    const story = new Story(open);
    const lead = await story.ledByTraffic('general', { rulePackVersion: '' });
    expect((await story.view()).shares.map(({ replyDueOn }) => replyDueOn)).toEqual(['2026-06-02']);
    await story.acknowledged(lead);
    expect(await story.status(lead)).toBe('acknowledged');
  });
});

describe('a unit whose duties go to another', () => {
  it('hands on every open share; the successor finds it in its inbox and signs', async () => {
    const stories = [new Story(open), new Story(open)];
    for (const story of stories) await story.ledByTraffic();
    const succession = { unitId: 'u-traffic', successorUnitId: 'u-finance', onDate: '2026-03-05' };
    await open.hear('directory', { stream: 'u-traffic', type: 'unit-succeeded', payload: succession });
    for (const story of stories) {
      expect((await story.events()).at(-1)).toMatchObject({
        type: 'assignment-succeeded',
        payload: { fromUnitId: 'u-traffic', unitId: 'u-finance', decidingOffice: 'government-office' },
      });
      const page = { unitId: 'u-finance', status: '', role: '', limit: 50, cursor: '' };
      const { shares } = accepted(await open.use.listAssignments(page, story.as(head('u-finance'))));
      expect(shares.map(({ suggestion }) => suggestion.id)).toContain(story.id);
      const [lead] = (await story.view()).suggestion.shares;
      await story.acknowledged(lead?.id ?? '', 'u-finance', '2026-03-06');
    }
    const old = { unitId: 'u-traffic', status: '', role: '', limit: 50, cursor: '' };
    const left = accepted(await open.use.listAssignments(old, stories[0]?.as(head('u-traffic')) ?? never()));
    expect(left.shares).toEqual([]);
  });
});

function never(): never {
  throw new Error('there are two stories');
}
