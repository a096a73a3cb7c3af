import { evaluate, lookBackIfRequired } from '@huiyin/scripts/road/conclude';
import { contactDeputy, filePlan, reply } from '@huiyin/scripts/road/handle';
import { Journey } from '@huiyin/scripts/road/journey';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { furtherCase } from '@huiyin/scripts/road/road-case';
import { describe, expect, it } from 'vitest';
import { inHands, refusal } from '../road/bends.ts';
import { cast, deputyId } from './support/case-of.ts';
import { seen } from './support/seen.ts';

const DEPUTY = 38;

async function repliedAndRefused(journey: Journey): Promise<void> {
  await contactDeputy(journey);
  await reply(journey, { resultClass: 'C', opinions: [] });
  await evaluate(journey, 'dissatisfied');
}

/** 专题研究会 of the congress desk with both sides, held today. */
async function studyJointly(journey: Journey): Promise<void> {
  const participantIds = [deputyId(DEPUTY), (await journey.unit('liaison')).personId];
  const { id } = await journey.step('约专题研究会', journey.desk(), '/meetings', {
    ...{ kind: 'joint-study', suggestionId: journey.suggestionId, assignmentId: journey.share() },
    ...{ startsAt: (await journey.now()).toISOString(), place: '区人大常委会会议室', participantIds },
  });
  await journey.step('专题研究会记录', journey.desk(), `/meetings/${id}:record`, {
    ...{ heldOn: await journey.day(), presentIds: participantIds },
    findings: '路面权属已经查清，单位改为分段施工。',
  });
}

const TIMEOUT = 180_000;

describe('M21 不满意 again and again', () => {
  it(
    'is studied jointly the second time, and decided above the third',
    { timeout: TIMEOUT },
    async (context) => {
      const lead = `deputy-${DEPUTY}`;
      const journey = new Journey(cast, { ...furtherCase('再次不满意', 60, lead), coUnits: [] });
      const last = () => journey.glimpses.at(-1);
      const assignmentId = (): string => journey.share();
      const isOrdered = (): Promise<string> =>
        refusal(journey.desk(), `${journey.path}:order-rehandling`, {
          assignmentId: assignmentId(),
          reason: '再办',
        });
      await inHands(journey);
      await confirmBySides(journey);
      await filePlan(journey);

      await repliedAndRefused(journey);
      expect(last()).toMatchObject({ stage: 'rehandling', colour: 'red', party: 'unit', act: 'reply' });

      await repliedAndRefused(journey);
      expect(last()).toMatchObject({ stage: 'escalated', colour: 'red', party: 'desk', act: 'joint-study' });
      expect(last()?.dueDate).not.toBe('');
      expect(await isOrdered()).toBe('409 joint-study-first');
      seen(context, `第二次不满意：代表工委召开专题研究会，${last()?.dueDate} 前`);

      await studyJointly(journey);
      expect(last()).toMatchObject({ stage: 'rehandling', party: 'unit', act: 'reply' });
      expect(last()?.events).toContain('rehandling-ordered');

      await repliedAndRefused(journey);
      expect(last()).toMatchObject({ stage: 'escalated', party: 'council', act: 'decide-escalation' });
      expect(await isOrdered()).toBe('409 council-decides');
      const decision = {
        ...{
          assignmentId: assignmentId(),
          decision: 'close-unsatisfied',
          decisionNumber: '主任会议纪要〔2026〕9号',
        },
        explanation: '现状道路宽度不足，三年内不具备条件，已向代表说明。',
      };
      expect(await refusal(journey.desk(), `${journey.path}:decide-escalation`, decision)).toMatch(/^403 /);
      await journey.step(
        '主任会议决定',
        cast.person('council'),
        `${journey.path}:decide-escalation`,
        decision,
      );
      await lookBackIfRequired(journey);
      expect(last()).toMatchObject({ stage: 'closed', act: 'seal' });
      const closed = (await journey.timeline()).find(({ type }) => type === 'suggestion-closed');
      expect(closed?.facts).toMatchObject({ outcome: 'closed-unsatisfied' });
      seen(context, '第三次不满意：主任会议决定说明后办结，各表仍记为不满意');
    },
  );
});
