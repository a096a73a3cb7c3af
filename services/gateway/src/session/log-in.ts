import {
  type AccountMembership,
  type AuthenticateResponse,
  DirectoryServiceService,
} from '@huiyin/contracts/gen/directory/v1/service';
import { ROLES, type Role } from '@huiyin/kernel/actor';
import type { Clock } from '@huiyin/kernel/clock';
import { stableId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Peers } from '../http/peers.ts';
import { problem } from '../http/problem.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import type { Limiter } from '../redis/limiter.ts';
import { loginTries } from './login-limit.ts';
import type { SessionMembership } from './session.ts';
import type { SessionFacts } from './session-store.ts';

export interface LogInRequest {
  readonly login: string;
  readonly password: string;
  /** Which membership to begin in; the first by tenant and role when absent. */
  readonly membershipId?: string;
  readonly address: string;
}

/** Asks directory who this is. Throws the problem to send: wrong password, too many tries, no membership. */
export async function logIn(
  request: LogInRequest,
  around: { peers: Peers; limiter: Limiter; clock: Clock },
): Promise<SessionFacts> {
  const { login, password, membershipId, address } = request;
  const tries = loginTries(around.limiter, login, address);
  const verdict = await tries.take();
  if (!verdict.allowed) throw problem('login-locked', { retryAfterS: verdict.retryAfterS });
  const answer = await around.peers.call(
    DirectoryServiceService,
    'authenticate',
    { login, password },
    { as: 'nobody' },
  );
  if (isRejection(answer)) throw rejectionProblem(answer);
  if (!answer.accepted) throw problem('login-failed');
  await tries.giveBack();
  return factsOf(answer, membershipId, around.clock);
}

function factsOf(
  { accountId, personId, name, memberships: answered }: AuthenticateResponse,
  membershipId: string | undefined,
  clock: Clock,
): SessionFacts {
  const memberships = answered.map(membershipOf);
  const startedAtMs = clock.now().getTime();
  const active = chooseMembership(memberships, membershipId);
  return { accountId, personId, name, memberships, active, startedAtMs };
}

/** The membership asked for, else the first. Throws the problem to send when there is none. */
export function chooseMembership(
  memberships: readonly SessionMembership[],
  membershipId: string | undefined,
): SessionMembership {
  const chosen =
    membershipId === undefined
      ? memberships[0]
      : memberships.find((membership) => membership.membershipId === membershipId);
  if (chosen !== undefined) return chosen;
  throw problem('not-permitted', {
    detail: membershipId === undefined ? '账号没有有效的身份，请联系管理员' : '账号没有这个身份',
  });
}

function membershipOf({ tenant, tenantName, role, unitId, unitName }: AccountMembership): SessionMembership {
  return {
    membershipId: stableId(tenant, role, unitId),
    tenant,
    tenantName,
    role: roleOf(role),
    ...(unitId === '' ? {} : { unit: { unitId, name: unitName } }),
  };
}

function roleOf(text: string): Role {
  const role = ROLES.find((candidate) => candidate === text);
  if (role === undefined) throw new Error(`directory answered an unknown role: ${text}`);
  return role;
}
