import type {
  Suggestion,
  SuggestionSummary,
  SuggestionText,
  WritingAdvice,
} from '@huiyin/contracts/gen/intake/v1/service';
import { z } from 'zod';
import { attachmentRef, id, ids } from '../http/schemas.ts';

const MAX_TITLE = 100;
const MAX_FACTS = 20_000;
const MAX_DEMANDS = 20;
const MAX_DEMAND = 2_000;
const MAX_WISHED_UNITS = 5;
const MAX_AFFECTED_AREA = 200;
const MAX_EARLIER_NUMBERS = 10;
const MAX_EARLIER_NUMBER = 60;
const MAX_ATTACHMENTS = 10;

const subType = z.enum(['suggestion', 'criticism', 'opinion']);
const wishedContact = z.enum(['face-to-face', 'phone', 'letter']);
const researchSource = z.enum(['inspection', 'research', 'visit', 'station', 'other']);

/** A draft may lack anything; what it has fits the form. */
export const textBody = z
  .strictObject({
    title: z.string().max(MAX_TITLE).default('').describe('标题'),
    facts: z.string().max(MAX_FACTS).default('').describe('情况和问题'),
    demands: z.array(z.string().max(MAX_DEMAND)).max(MAX_DEMANDS).default([]).describe('具体建议，逐条'),
    subType: subType.default('suggestion').describe('建议、批评、意见'),
    authorConfidential: z.boolean().default(false).describe('要求保密'),
    publicationConsent: z.boolean().default(true).describe('同意公开'),
    wishedUnitIds: ids(MAX_WISHED_UNITS).default([]).describe('希望承办单位'),
    wishedContact: wishedContact.default('face-to-face').describe('希望沟通方式'),
    researchSource: researchSource.default('other').describe('调研来源'),
    affectedArea: z.string().max(MAX_AFFECTED_AREA).default('').describe('涉及区域，如街道、乡镇'),
    earlierNumbers: z
      .array(z.string().max(MAX_EARLIER_NUMBER))
      .max(MAX_EARLIER_NUMBERS)
      .default([])
      .describe('曾提过同一事项的，历年编号'),
    attachments: z.array(attachmentRef).max(MAX_ATTACHMENTS).default([]).describe('先上传的附件'),
  })
  .meta({ id: 'SuggestionTextBody' });

export const draftBody = z
  .strictObject({
    kind: z.enum(['suggestion', 'motion']).default('suggestion').describe('建议，或拟提出的议案'),
    leadDeputyId: id.optional().describe('工作人员代录纸质件时填写领衔代表'),
    text: textBody,
  })
  .meta({ id: 'DraftSuggestion' });

const text = z
  .object({
    title: z.string(),
    facts: z.string(),
    demands: z.array(z.string()),
    subType: z.string(),
    authorConfidential: z.boolean(),
    publicationConsent: z.boolean(),
    wishedUnitIds: z.array(z.string()),
    wishedContact: z.string(),
    researchSource: z.string(),
    affectedArea: z.string(),
    earlierNumbers: z.array(z.string()),
    attachments: z.array(z.object({ attachmentId: z.string(), sha256: z.string(), name: z.string() })),
  })
  .meta({ id: 'SuggestionText' });

/** One advice of writing help, with the characters it means. */
export const writingAdvice = z
  .object({
    code: z.enum(['several-matters', 'no-demand', 'too-general', 'missing-facts', 'forbidden-kind']),
    ground: z.string().describe('不作为建议处理的情形；其他提示为空'),
    message: z.string().describe('这是什么意思'),
    act: z.string().describe('可以怎样改'),
    source: z.string().describe('依据'),
    passage: z
      .object({
        field: z.enum(['title', 'facts', 'demands']),
        item: z.int().describe('第几条具体建议，从0起'),
        start: z.int().describe('UTF-16 码元，含'),
        end: z.int().describe('UTF-16 码元，不含'),
      })
      .nullable()
      .describe('缺少内容时为空'),
  })
  .meta({ id: 'WritingAdvice' });

/** What is being written and stands nowhere yet. */
export const wordsBody = z
  .strictObject({
    title: z.string().max(MAX_TITLE).default('').describe('标题'),
    facts: z.string().max(MAX_FACTS).default('').describe('情况和问题'),
    demands: z.array(z.string().max(MAX_DEMAND)).max(MAX_DEMANDS).default([]).describe('具体建议，逐条'),
  })
  .meta({ id: 'WordsBody' });

const comment = z.object({ passage: z.string(), comment: z.string() });

export const suggestion = z
  .object({
    suggestionId: z.string(),
    version: z.int(),
    status: z.string(),
    kind: z.string(),
    text,
    textHash: z.string().describe('联名确认所针对的文本'),
    textVersion: z.int().describe('提交过几次'),
    leadDeputyId: z.string().describe('代表要求保密而无权知悉时为空'),
    cosigners: z.array(z.object({ deputyId: z.string(), answer: z.string() })),
    authorMasked: z.boolean(),
    period: z.string(),
    congressSessionId: z.string(),
    submittedOn: z.string(),
    number: z.string(),
    displayNumber: z.string(),
    category: z.string(),
    registeredOn: z.string(),
    explanation: z.string(),
    ground: z.string(),
    parentId: z.string(),
    childIds: z.array(z.string()),
    withdrawal: z.string(),
    withdrawalSignedBy: z.array(z.string()),
    preReviews: z.array(
      z.object({
        reviewerId: z.string(),
        answeredOn: z.string(),
        substance: z.string().describe('言之有物'),
        reasoning: z.string().describe('言之有理'),
        feasibility: z.string().describe('言之可行'),
        advice: z.string(),
        comments: z.array(comment),
      }),
    ),
    writingAdvice: z.array(writingAdvice),
    motionNumber: z.string(),
    decisionNumber: z.string(),
  })
  .meta({ id: 'Suggestion' });

export const summary = z
  .object({
    suggestionId: z.string(),
    version: z.int(),
    status: z.string(),
    title: z.string(),
    kind: z.string(),
    leadDeputyId: z.string(),
    relation: z.string(),
    period: z.string(),
    submittedOn: z.string(),
    number: z.string(),
    displayNumber: z.string(),
    requestedAt: z.string(),
  })
  .meta({ id: 'SuggestionSummary' });

const EMPTY_TEXT: SuggestionText = {
  title: '',
  facts: '',
  demands: [],
  subType: '',
  authorConfidential: false,
  publicationConsent: false,
  wishedUnitIds: [],
  wishedContact: '',
  researchSource: '',
  affectedArea: '',
  earlierNumbers: [],
  attachments: [],
};

export function toSuggestion(answer: Suggestion | undefined): z.output<typeof suggestion> {
  if (answer === undefined) throw new Error('intake answered no suggestion');
  const writingAdvice = answer.writingAdvice.map(toAdvice);
  return { ...answer, text: answer.text ?? EMPTY_TEXT, writingAdvice, version: Number(answer.version) };
}

export function toAdvice({ passage, ...advice }: WritingAdvice): z.output<typeof writingAdvice> {
  // Words of the service's own closed unions; the response is checked against the schema before it is sent.
  return { ...advice, passage: passage ?? null } as z.output<typeof writingAdvice>;
}

export function toSummary(answer: SuggestionSummary): z.output<typeof summary> {
  return { ...answer, version: Number(answer.version) };
}
