import { localDate } from '@huiyin/kernel/local-date';
import { z } from 'zod';

/** An opaque id: lower-case UUID. */
export const id = z
  .stringFormat('huiyin-id', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .meta({ format: 'uuid' });

/** A tenant (市、区), e.g. `demo-east`. */
export const tenantId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** A day `YYYY-MM-DD` of the calendar, in Asia/Shanghai. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDay, '日期须是日历上有的一天，写作 YYYY-MM-DD')
  .meta({ format: 'date' });

/** An instant, RFC 3339 with offset. */
export const instant = z.iso.datetime({
  offset: true,
  error: '时间须写作 RFC 3339，如 2026-01-05T09:00:00+08:00',
});

/** Running text of 1–`max` characters (UTF-16 units), line breaks allowed, outer spaces removed. */
export function text(max: number): z.ZodString {
  return z.string().trim().min(1).max(max);
}

/** One line of 1–`max` characters: names, titles, places. */
export function line(max: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\r\n\t]*$/, '不能换行');
}

/** At most `max` different ids. */
export function ids(max: number): z.ZodArray<typeof id> {
  return z.array(id).max(max);
}

/** Hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A stored attachment by reference; archive owns the bytes. */
export const attachmentRef = z.strictObject({
  attachmentId: id,
  sha256,
  name: line(255),
});

/** Any JSON value, for content whose form the owning service checks. Bounded by the body's size and depth. */
export const jsonValue = z.json();
// Registered rather than `.meta`, which would name a copy: the schema refers to itself.
z.globalRegistry.add(jsonValue, { id: 'JsonValue' });

const MAX_PAGE = 200; // items
const DEFAULT_PAGE = 50; // items

/** What every list takes. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
  cursor: z
    .string()
    .max(1024)
    .regex(/^[\x21-\x7e]*$/)
    .default('')
    .describe('上一页的 nextCursor；第一页不填'),
};

/** A flag in a query string: `true` or `false`. */
export const queryFlag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** What every accepted command answers. The ETag header carries the version. */
export const commandAnswer = z
  .object({
    service: z.string().describe('作出决定的服务'),
    id: z.string().describe('命令所作用或新建的资源'),
    version: z.int().describe('命令之后的版本'),
    label: z.string().optional().describe('给出的编号，如登记号、证书号'),
  })
  .meta({ id: 'CommandAnswer' });
export type CommandAnswer = z.output<typeof commandAnswer>;

function isCalendarDay(value: string): boolean {
  try {
    localDate(value);
    return true;
  } catch {
    return false;
  }
}
