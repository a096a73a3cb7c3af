import {
  BallotServiceService,
  type Ballot as ProtoBallot,
} from '@huiyin/contracts/gen/evaluation/v1/ballots';
import { isRejection } from '@huiyin/kernel/rejection';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import { registerOpenRoute } from '../http/route.ts';
import { id, ids, line, tenantId } from '../http/schemas.ts';

const MAX_VOTERS = 500;
const MAX_MEMBERS = 10_000;
/** Base64url of as many bytes as a key of 2048 bits has. */
const blindedToken = z.string().regex(/^[\w-]{342}$/);

const openBallot = z
  .strictObject({
    title: line(120),
    suggestionId: id.optional().describe('就一件建议的办理投票；与 unitId 二选一'),
    unitId: id.optional().describe('就一个承办单位的办理工作投票'),
    voterIds: ids(MAX_VOTERS).default([]).describe('参加投票的代表；不填为本级全体代表'),
    members: z.int().min(0).max(MAX_MEMBERS).default(0).describe('组成人员总数；不填为参加投票的人数'),
    revoteOf: id.optional().describe('对哪一次不满意的投票再次测评'),
  })
  .meta({ id: 'OpenBallot' });

const checkIn = z
  .strictObject({ blindedToken: blindedToken.describe('盲化的选票凭证，RFC 9474，base64url') })
  .meta({ id: 'CheckInVoter' });

const vote = z
  .strictObject({
    tenant: tenantId,
    token: z
      .string()
      .regex(/^[\w-]{86}$/)
      .describe('选票凭证，base64url'),
    signature: blindedToken.describe('对选票凭证的签名，base64url'),
    choice: z
      .enum(['satisfied', 'basically-satisfied', 'dissatisfied', 'abstained'])
      .describe('满意、基本满意、不满意、弃权'),
  })
  .meta({ id: 'Vote' });

const ballot = z
  .object({
    ballotId: z.string(),
    version: z.int(),
    title: z.string(),
    suggestionId: z.string().describe('对象为承办单位时为空'),
    unitId: z.string().describe('对象为建议时为空'),
    status: z
      .enum(['check-in', 'inquorate', 'checked-in', 'casting', 'closed'])
      .describe('签到中、未达法定人数、签到结束、投票中、已结束'),
    openedOn: z.string(),
    members: z.int().describe('组成人员总数'),
    voters: z.int().describe('参加投票的人数'),
    checkedIn: z.int(),
    cast: z.int().describe('已投出的票数'),
    publicKey: z.string().describe('本次投票的公钥，SubjectPublicKeyInfo，base64url'),
    revoteOf: z.string(),
    revoteLate: z.boolean().describe('再次测评晚于两个月'),
    endedOn: z.string(),
    counts: z
      .object({
        satisfied: z.int(),
        basicallySatisfied: z.int(),
        dissatisfied: z.int(),
        abstained: z.int(),
        notCast: z.int().describe('已签到而未投'),
      })
      .optional()
      .describe('结束后才有'),
    result: z.enum(['satisfied', 'dissatisfied', '']),
    revoteDueOn: z.string().describe('结果为不满意时，再次测评的最后一日'),
    mine: z.enum(['none', 'eligible', 'checked-in']).describe('本人：不参加、可签到、已签到'),
    blindSignature: z.string().describe('对本人盲化凭证的签名，base64url；签到前和结束后为空'),
  })
  .meta({ id: 'Ballot' });
type Ballot = z.output<typeof ballot>;

const forService = { tag: 'evaluation', client: BallotServiceService } as const;
const ofBallot = ({ id: ballotId }: { id: string }) => ({ ballotId });

/** Secret ballots 无记名投票. */
export function ballotRoutes(api: Api): void {
  holding(api);
  voting(api);
  questions(api);
}

function holding(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/ballots',
    operationId: 'openBallot',
    summary: '发起无记名投票，开始签到',
    body: openBallot,
    status: 201,
    rpc: 'openBallot',
    toRequest: (_params, { suggestionId = '', unitId = '', revoteOf = '', ...body }) => ({
      ...{ ...body, suggestionId, unitId, revoteOf },
    }),
  });
  const steps = [
    ['close-check-in', 'closeCheckIn', '结束签到；未达法定人数的不再投票'],
    ['open-casting', 'openCasting', '开始投票'],
    ['close', 'closeBallot', '结束投票并计票'],
  ] as const;
  for (const [verb, rpc, summary] of steps) {
    api.command({
      ...forService,
      method: 'POST',
      url: `/ballots/{id}:${verb}`,
      operationId: rpc,
      summary,
      rpc,
      toRequest: ofBallot,
    });
  }
}

function voting(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/ballots/{id}:check-in',
    operationId: 'checkInVoter',
    summary: '签到，领取选票凭证（代表本人）',
    description: '服务只对盲化的凭证签名，看不到凭证本身；签名随后从投票中读取。',
    body: checkIn,
    rpc: 'checkInVoter',
    toRequest: (params, body) => ({ ...ofBallot(params), ...body }),
  });
  registerOpenRoute<'/ballots/{id}:cast', unknown, z.output<typeof vote>, undefined>(api.app, {
    method: 'POST',
    url: '/ballots/{id}:cast',
    operationId: 'castVote',
    keyless: true,
    isUnrecorded: true,
    tag: 'evaluation',
    summary: '投票（不登录）',
    description:
      '不需要 Idempotency-Key，也不读会话 cookie：凭证本身就是键，同一凭证同一选择再投一次结果相同，另作选择被拒绝。不记访问日志。',
    body: vote,
    status: 204,
    response: z.undefined().describe('已投出'),
    handle: async ({ params, body: { tenant, ...cast } }) => {
      const request = { ...ofBallot(params), ...cast };
      const answer = await api.peers.call(BallotServiceService, 'castVote', request, { as: { tenant } });
      if (isRejection(answer)) throw rejectionProblem(answer);
      return undefined;
    },
  });
}

function questions(api: Api): void {
  api.list({
    ...forService,
    url: '/ballots',
    operationId: 'listBallots',
    summary: '无记名投票',
    description: '从近到远。承办单位和政府办只看得到已结束的。',
    item: ballot,
    rpc: 'listBallots',
    toRequest: (_params, _query, page) => ({ page }),
    toPage: ({ ballots: found, nextCursor }) => ({ items: found.map(toBallot), nextCursor }),
  });
  api.query({
    ...forService,
    url: '/ballots/{id}',
    operationId: 'getBallot',
    summary: '一次无记名投票',
    response: ballot,
    rpc: 'getBallot',
    toRequest: ofBallot,
    toAnswer: toBallot,
    version: ({ version }) => version,
  });
}

function toBallot({ version, counts, status, result, mine, ...found }: ProtoBallot): Ballot {
  return {
    ...found,
    version: Number(version),
    ...(counts === undefined ? {} : { counts }),
    // Words of the service's own unions, which its border checks.
    status: status as Ballot['status'],
    result: result as Ballot['result'],
    mine: mine as Ballot['mine'],
  };
}
