/** Topics 培训主题 a liaison is trained in. */
export const TOPICS = { procedure: '办理程序', law: '法律法规', communication: '沟通协调' } as const;

export type Topic = keyof typeof TOPICS;

export function isTopic(text: string): text is Topic {
  return Object.hasOwn(TOPICS, text);
}
