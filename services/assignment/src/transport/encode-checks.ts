import type { CheckReplyResponse } from '@huiyin/contracts/gen/assignment/v1/service';
import { firstMust, type ReplyCheck } from '../domain/check-reply.ts';

export function checksTo(checks: readonly ReplyCheck[]): CheckReplyResponse {
  return {
    checks: checks.map((check) => ({
      subject: check.subject,
      state: check.state,
      code: codeOf(check),
      words: check.words,
      demandNumber: check.demandNumber,
      section: check.section,
      opinionId: check.opinionId,
      unitId: check.unitId,
      passage: check.passage,
    })),
    canBeSigned: firstMust(checks) === undefined,
  };
}

function codeOf(check: ReplyCheck): string {
  switch (check.state) {
    case 'done':
      return '';
    case 'advice':
      return check.code;
    case 'must':
      return check.refusal.code;
  }
}
