/** Kinds of meetings, the three that gate the road first. */
export const MEETING_KINDS = [
  'dual-confirmation',
  'on-site',
  'look-back',
  'task-force',
  'coordination',
  'joint-study',
  'talk',
  'hand-over',
] as const;

export type MeetingKind = (typeof MEETING_KINDS)[number];
