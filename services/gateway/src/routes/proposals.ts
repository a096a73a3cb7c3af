import { AssignmentServiceService, type Score } from '@huiyin/contracts/gen/assignment/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';

const MAX_UNITS = 30;

const forService = { tag: 'assignment', client: AssignmentServiceService } as const;

const earlierCase = z.object({
  caseId: z.string(),
  number: z.string().describe('显示的编号'),
  title: z.string(),
  year: z.int().describe('0：不详'),
  similarity: z.number().describe('0–1'),
  words: z.array(z.string()).describe('与本件相同或同义的词'),
});

const proposedUnit = z
  .object({
    unitId: z.string(),
    name: z.string(),
    role: z.enum(['lead', 'co']).describe('主办、协办'),
    score: z.number().describe('0–1，只在同一次回答中比较'),
    reasons: z.array(z.string()).describe('理由'),
    doubts: z.array(z.string()).describe('疑点'),
    evidence: z.array(earlierCase).describe('相似的先例'),
    dutyWords: z.array(z.string()).describe('文中属于其职责的词'),
    inHand: z.int().describe('在办件数'),
    given: z.int().describe('历来主办、分别办理件数'),
    handedBack: z.int().describe('其中退办、改办件数'),
    wished: z.boolean().describe('代表希望由其承办'),
  })
  .meta({ id: 'ProposedUnit' });

const proposedScore = z
  .object({ points: z.int().min(1).max(3), reason: z.string() })
  .meta({ id: 'ProposedScore' });

/** What is proposed to whoever classifies and assigns; a person decides. */
export function proposalRoutes(api: Api): void {
  api.query({
    ...forService,
    url: '/suggestions/{id}:propose-units',
    operationId: 'proposeUnits',
    summary: '推荐承办单位，附理由和疑点',
    response: z.object({ units: z.array(proposedUnit), cases: z.int().describe('所依据的先例件数') }),
    rpc: 'proposeUnits',
    toRequest: ({ id: suggestionId }) => ({ suggestionId }),
    toAnswer: ({ units, cases }) => ({
      units: units.map((unit) => ({ ...unit, role: unit.role === 'co' ? 'co' : 'lead' }) as const),
      cases,
    }),
  });
  api.query({
    ...forService,
    url: '/suggestions/{id}:propose-classification',
    operationId: 'proposeClassification',
    summary: '按文本提出范围、难易、紧急评分，附理由',
    query: {
      expectedUnits: z.coerce
        .number()
        .int()
        .min(0)
        .max(MAX_UNITS)
        .default(0)
        .describe('预计参与办理的单位数；0：按具体建议中写到的单位计'),
    },
    response: z.object({
      scope: proposedScore.describe('范围'),
      difficulty: proposedScore.describe('难易'),
      urgency: proposedScore.describe('紧急'),
      expectedUnits: z.int(),
      handlingType: z.enum(['general', 'complex']).describe('一般、复杂'),
    }),
    rpc: 'proposeClassification',
    toRequest: ({ id: suggestionId }, { expectedUnits }) => ({ suggestionId, expectedUnits }),
    toAnswer: ({ scope, difficulty, urgency, expectedUnits, handlingType }) => ({
      scope: present(scope),
      difficulty: present(difficulty),
      urgency: present(urgency),
      expectedUnits,
      handlingType: handlingType === 'complex' ? 'complex' : 'general',
    }),
  });
}

function present(score: Score | undefined): Score {
  if (score === undefined) throw new Error('assignment answered no score');
  return score;
}
