import { stableId } from '@huiyin/kernel/ids';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { RulesInForce } from './clock-fact.ts';
import type { Judgement } from './meeting.ts';

/** A reply as issued: what the draw depends on. */
export interface IssuedReply {
  readonly replyId: string;
  readonly assignmentId: string;
  readonly round: number;
  readonly issuedOn: LocalDate;
  readonly isKey: boolean;
  /** What it is drawn by (draw-seed.ts): as heard, the chain hash of `reply-issued`. */
  readonly seed: string;
}

/** Why a look-back is due: 重点 | 抽查比例不足 | 抽中 | 代表对 A 类有异议. */
export type LookBackGround = 'key' | 'below-quota' | 'sampled' | 'challenged';

/** 回头看 of one reply. */
export type LookBack = DueLookBack | WaivedLookBack | JudgedLookBack | SupersededLookBack;

interface Drawn {
  readonly replyId: string;
  readonly assignmentId: string;
  readonly round: number;
  readonly issuedOn: LocalDate;
  /** In [0, 1). */
  readonly draw: number;
  readonly seed: string;
}

interface DueLookBack extends Drawn {
  readonly status: 'required';
  readonly ground: LookBackGround;
}

interface WaivedLookBack extends Drawn {
  readonly status: 'waived';
}

interface JudgedLookBack extends Drawn {
  readonly status: 'judged';
  readonly ground: LookBackGround;
  readonly meetingId: string;
  readonly judgement: Judgement;
}

/** A re-handling began first, or the case ended: nobody has to look at this reply any more. */
interface SupersededLookBack extends Drawn {
  readonly status: 'superseded';
  readonly ground: LookBackGround;
}

/** How many non-key replies of a tenant-year were drawn, and for how many of them a look-back is due. */
export interface LookBackQuota {
  readonly replies: number;
  readonly required: number;
}

export type DrawOutcome =
  | {
      readonly required: true;
      readonly ground: LookBackGround;
      readonly draw: number;
      readonly quota: LookBackQuota;
    }
  | { readonly required: false; readonly draw: number; readonly quota: LookBackQuota };

/** The value in [0, 1) that belongs to a seed: the first 48 bits of its UUIDv5, so that anyone can compute it again. */
export function drawOf(seed: string): number {
  const bits = stableId('look-back', seed).replaceAll('-', '').slice(0, 12);
  return Number.parseInt(bits, 16) / 2 ** 48;
}

/**
 * decisions.md 7: key replies always; others when the draw falls below the sample, or when waiving would bring the
 * tenant-year's share of looked-at replies below it. So the promised share holds at every moment of the year, and no
 * unit knows before signing whether its reply will be looked at.
 */
export function drawLookBack(reply: IssuedReply, quota: LookBackQuota, rules: RulesInForce): DrawOutcome {
  const { sample, key } = rules.pack.params.look_back;
  const draw = drawOf(reply.seed);
  if (reply.isKey && key === 'always') return { required: true, ground: 'key', draw, quota };
  const replies = quota.replies + 1;
  const counted = { replies, required: quota.required + 1 };
  if (draw < sample) return { required: true, ground: 'sampled', draw, quota: counted };
  if (quota.required / replies < sample)
    return { required: true, ground: 'below-quota', draw, quota: counted };
  return { required: false, draw, quota: { replies, required: quota.required } };
}
