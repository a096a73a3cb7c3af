/** Kinds of meetings 会议. */
export const MEETING_KINDS = [
  'dual-confirmation', // 双确认
  'on-site', // 现场会
  'look-back', // 回头看
  'task-force', // 专班会议
  'coordination', // 协调会
  'joint-study', // 专题研究
  'talk', // 约谈
  'hand-over', // 交办会
] as const;

export type MeetingKind = (typeof MEETING_KINDS)[number];

/** The three that hold a gate of the road shut until they were held (decisions.md 10). */
export type GatingKind = Extract<MeetingKind, 'dual-confirmation' | 'on-site' | 'look-back'>;

export function isGating(kind: MeetingKind): kind is GatingKind {
  return kind === 'dual-confirmation' || kind === 'on-site' || kind === 'look-back';
}

/** These are about one unit's share. An on-site meeting may be held for one share or for all of a case at once. */
export function needsShare(kind: MeetingKind): boolean {
  return kind === 'dual-confirmation' || kind === 'look-back' || kind === 'joint-study';
}
