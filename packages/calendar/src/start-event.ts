import { RULE_STARTS } from './rule-pack.ts';

/**
 * What a clock may count from, in Chinese: the start of its rule, or another event that took its place. The owner of a
 * clock names the event that happened; supervision keeps the name and the explanation prints it.
 */
export const START_EVENTS = {
  ...RULE_STARTS,
  /** T5: the desk decided; the deputy is to be told from that day. */
  not_admitted: '决定不作为建议处理之日',
  /** T7: registration is owed from the presidium's decision, not from the submission of the motion. */
  motion_conversion: '主席团决定议案转建议之日',
  /** T12: another unit got the share. */
  reassignment: '改办之日',
  /** Domain §2.4: a reset statutory clock gains ten workdays at most, so it counts from a day before 改办. */
  capped_reassignment: '改办后按最多顺延十个工作日推算的起算之日',
  /** Decisions 4: unsigned on the last day for it. */
  deemed_receipt: '视为收到之日',
  /** Decisions 5: 代表工委 recorded the silence in place of the deputy's confirmation. */
  no_response_record: '记录代表未回应之日',
  /** T30: the mark reopened the plan or made the on-site meeting necessary. */
  key_mark: '标为重点建议之日',
  /** T31: the new type made the on-site meeting necessary. */
  reclassification: '重新分类之日',
  face_to_face_signature: '代表签认当面答复记录之日',
  face_to_face_record: '登记当面答复记录之日',
  /** The new lead deputy had the reply already, as a co-signer. */
  feedback_request: '请新的领衔代表评价之日',
  task_force: '成立专班之日',
  task_force_meeting: '上次专班会议之日',
  work_package: '下达工作包之日',
  work_package_amendment: '调整工作包之日',
  escalation: '转入专题研究之日',
  promise: '登记承诺之日',
  rectification_rejection: '整改未通过之日',
  /** T25: a class A that the deputy challenged. */
  look_back_order: '代表质疑后决定回头看之日',
} as const;

export type StartEvent = keyof typeof START_EVENTS;

export function isStartEvent(name: string): name is StartEvent {
  return Object.hasOwn(START_EVENTS, name);
}
