import { laidOut } from '@huiyin/documents/document/laid-out';
import type { Role } from '@huiyin/kernel/actor';
import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clerk, head, openAssignment, type OpenAssignment } from './open-assignment.ts';
import { REPLY, Story } from './stories.ts';

let open: OpenAssignment;
beforeAll(async () => {
  open = await openAssignment();
});
afterAll(() => open.close());

async function serves(personId: string, role: Role, active: boolean): Promise<void> {
  const memberships = [{ role, unitId: 'u-traffic', active }];
  const payload = { personId, memberships };
  await open.hear('directory', { stream: personId, type: 'person-changed', payload });
}

describe('the preview of a reply', () => {
  it('states who of the unit to ask, as the letter will: liaison, else clerk, else room to write', async () => {
    const story = new Story(open);
    const assignmentId = await story.readyToReply();
    const notes = async (): Promise<readonly string[]> => {
      const ctx = story.as(clerk('u-traffic'), '2026-04-09');
      const pdf = accepted(await open.use.previewReply({ assignmentId, draft: REPLY }, ctx));
      expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
      return laidOut(open.letters.at(-1)!).notes;
    };
    const stating = (name: string, phone: string): readonly string[] => [
      `联系单位：u-traffic，联系人：${name}，联系电话：${phone}`,
      '公开属性：主动公开',
    ];
    expect(await notes()).toEqual(stating('liaison-u-traffic', 'phone-liaison-u-traffic'));
    await serves('liaison-u-traffic', 'unit-liaison', false);
    expect(await notes()).toEqual(stating('＿＿＿＿', '＿＿＿＿'));
    await serves('clerk-u-traffic', 'unit-clerk', true);
    expect(await notes()).toEqual(stating('clerk-u-traffic', 'phone-clerk-u-traffic'));
    await serves('a-liaison', 'unit-liaison', true);
    expect(await notes()).toEqual(stating('a-liaison', 'phone-a-liaison'));
  });

  it('is printed for the unit alone, and nothing of the contact is kept when the head signs', async () => {
    const story = new Story(open);
    const assignmentId = await story.readyToReply();
    const printed = open.letters.length;
    const ctx = story.as(head('u-police'), '2026-04-09');
    const refused = await open.use.previewReply({ assignmentId, draft: REPLY }, ctx);
    expect(codeOf(refused)).toBe('assignment-unknown');
    expect(open.letters).toHaveLength(printed);
    await story.replied(assignmentId);
    const issued = (await story.events()).find(({ type }) => type === 'reply-issued');
    expect(JSON.stringify(issued?.payload)).toContain('信号人行横道');
    expect(JSON.stringify(issued?.payload)).not.toMatch(/phone-|liaison/);
  });
});
