/**
 * What makes a suggestion a key one (SD14; the first three as in 代表法52): the great matters of development and stability,
 * people's vital interests, matters of public concern, and what many deputies raise.
 */
export const KEY_CRITERIA = ['development', 'vital-interests', 'public-concern', 'raised-by-many'] as const;

export type KeyCriterion = (typeof KEY_CRITERIA)[number];

/** 提请: 代表工委 or a special committee proposes, the 主任会议 decides (T30). */
export const KEY_PROPOSERS = ['congress-desk', 'committee'] as const;

export type KeyProposer = (typeof KEY_PROPOSERS)[number];

/** Why it is a key one, and the row of the 督办分工表 that says who supervises it. */
export interface KeyGrounds {
  readonly criteria: readonly KeyCriterion[];
  readonly proposedBy: KeyProposer;
  /** 领衔督办: a member of the 主任会议. */
  readonly supervisorId: string;
  /** 督办机构: the committee that supervises the handling (SD26). */
  readonly supervisingUnitId: string;
}
