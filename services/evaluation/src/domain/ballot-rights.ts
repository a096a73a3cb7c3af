import { can } from '@huiyin/access/can';
import type { Trait } from '@huiyin/access/policy-row';
import type { Relation } from '@huiyin/access/relation';
import { reject } from '@huiyin/kernel/rejection';
import type { EvaluationRejection } from './rejections.ts';
import type { Asker } from './rights.ts';

export type BallotAction = 'evaluation.hold-ballot' | 'evaluation.check-in-ballot' | 'evaluation.read-ballot';

/** How the asker stands to a ballot, and what it is, as far as rights depend on it. */
interface BallotFacts {
  readonly isOnRoll?: boolean;
  readonly isClosed?: boolean;
}

/** Undefined means the asker may. */
export function refuseBallotAct(
  { tenant, actor }: Asker,
  action: BallotAction,
  { isOnRoll = false, isClosed = false }: BallotFacts = {},
): EvaluationRejection | undefined {
  const { personId, roles, unitId } = actor;
  const relations: readonly Relation[] = isOnRoll ? ['participant'] : [];
  const traits: readonly Trait[] = isClosed ? ['ballot-closed'] : [];
  const subject = { tenant, personId, roles, ...(unitId === undefined ? {} : { unitId }) };
  const decision = can(subject, action, { tenant, relations, traits });
  if (decision.allowed) return undefined;
  return reject('forbidden', 'not-permitted', decision.reason, { detail: { action } });
}
