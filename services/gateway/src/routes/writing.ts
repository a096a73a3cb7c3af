import { ArchiveServiceService, type SimilarCase } from '@huiyin/contracts/gen/archive/v1/service';
import { IntakeServiceService } from '@huiyin/contracts/gen/intake/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import { registerRoute } from '../http/route.ts';
import type { Session } from '../session/session.ts';
import { party } from './archive-schemas.ts';
import { toAdvice, toSuggestion, wordsBody, writingAdvice } from './intake-schemas.ts';

const MAX_BODY = 4_000;

const similarCase = z
  .object({
    caseId: z.string(),
    origin: z.enum(['live', 'register']),
    number: z.string(),
    displayNumber: z.string(),
    title: z.string(),
    year: z.int().describe('0：不详'),
    place: z.string(),
    stage: z.string(),
    leadUnits: z.array(party),
    resultClass: z.string().describe('办理结果类别；未答复或无权查看时为空'),
    answeredOn: z.string(),
    answered: z.array(z.object({ demand: z.string(), answer: z.string() })).describe('当时逐条如何答复'),
    promises: z.array(
      z.object({ promiseId: z.string(), text: z.string(), dueOn: z.string(), state: z.string() }),
    ),
    score: z.number().describe('0–1'),
    words: z.array(z.string()).describe('与本文相同或同义的词'),
  })
  .meta({ id: 'SimilarCase' });
const similarCases = z.object({ cases: z.array(similarCase) });

/** Help while a suggestion is being written: kept nowhere, so no command, although the text comes in a body. */
export function writingRoutes(api: Api): void {
  adviceRoute(api);
  similarRoutes(api);
}

/** The words go to archive with the reader's own rights; only the gateway may speak for a person (docs/adr/0014). */
function similarRoutes({ app, peers }: Api): void {
  const find = async (words: Words, withoutCaseId: string, session: Session) => {
    const { title, facts, demands } = words;
    const body = [...demands, facts].join('\n').slice(0, MAX_BODY);
    const request = { title, body, withoutCaseId, limit: 0 };
    const answer = await peers.call(ArchiveServiceService, 'findSimilarCases', request, { as: session });
    if (isRejection(answer)) throw rejectionProblem(answer);
    return { cases: answer.cases.map(toSimilar) };
  };
  registerRoute(app, {
    method: 'GET',
    url: '/suggestions/{id}/similar',
    operationId: 'listSimilarCases',
    tag: 'intake',
    summary: '与这件建议相似的以往案件，及当时如何答复',
    status: 200,
    response: similarCases,
    handle: async ({ session, params }) => {
      const request = { suggestionId: params.id };
      const found = await peers.call(IntakeServiceService, 'getSuggestion', request, { as: session });
      if (isRejection(found)) throw rejectionProblem(found);
      const { title, facts, demands } = toSuggestion(found.suggestion).text;
      return find({ title, facts, demands }, params.id, session);
    },
  });
  registerRoute(app, {
    method: 'POST',
    url: '/suggestions:similar',
    operationId: 'findSimilarCases',
    tag: 'intake',
    summary: '与所写内容相似的以往案件，及当时如何答复',
    description: '不保存。',
    body: wordsBody,
    status: 200,
    response: similarCases,
    handle: ({ session, body }) => find(body, '', session),
  });
}

type Words = z.output<typeof wordsBody>;

function toSimilar(found: SimilarCase): z.output<typeof similarCase> {
  return { ...found, origin: found.origin === 'register' ? 'register' : 'live' };
}

function adviceRoute({ app, peers }: Api): void {
  registerRoute(app, {
    method: 'POST',
    url: '/suggestions:advise',
    operationId: 'adviseOnText',
    tag: 'intake',
    summary: '写作提示',
    description: '不保存，不阻止提交。',
    body: wordsBody,
    status: 200,
    response: z.object({ advice: z.array(writingAdvice) }),
    handle: async ({ session, body }) => {
      const answer = await peers.call(IntakeServiceService, 'adviseOnText', body, { as: session });
      if (isRejection(answer)) throw rejectionProblem(answer);
      return { advice: answer.advice.map(toAdvice) };
    },
  });
}
