import type { LocalDate } from '@huiyin/kernel/local-date';

/** One row of a message. No title and nobody's name: mail passes through others' servers. */
export interface ToldNotice {
  readonly sourceEventId: string;
  readonly noticeId: string;
  readonly text: string;
  readonly caseId: string;
  /** 第30号; empty before there is one. */
  readonly caseNumber: string;
  /** Day by which something is asked, YYYY-MM-DD; empty when none is said. */
  readonly dueOn: string;
}

export interface MessageText {
  readonly subject: string;
  /** Lines of plain text. */
  readonly body: string;
}

/** Rows of one message; a digest says how many more stand in the inbox. */
export const MOST_ROWS = 50;

/** What a message says. `publicUrl` is the application's address without a slash at its end. */
export function messageText(
  {
    notices,
    total,
    digestOn,
  }: { notices: readonly ToldNotice[]; total: number; digestOn: LocalDate | undefined },
  publicUrl: string,
): MessageText {
  const first = notices[0];
  if (first === undefined) throw new RangeError('a message says something');
  const subject =
    digestOn === undefined ? `【回音】${lineOf(first)}` : `【回音】${digestOn} 每日汇总：${total} 条通知`;
  const rows = notices.map((notice) => `${lineOf(notice)}\n${pageOf(notice, publicUrl)}`);
  const more =
    total > notices.length
      ? [`另有 ${total - notices.length} 条，请到“通知”页查看：\n${publicUrl}/notices`]
      : [];
  return { subject: oneLine(subject), body: [...rows, ...more, foot(publicUrl)].join('\n\n') };
}

function lineOf({ text, caseNumber, dueOn }: ToldNotice): string {
  const about = caseNumber === '' ? '' : `${caseNumber}建议：`;
  return oneLine(`${about}${text}${dueOn === '' ? '' : `（${dueOn} 前）`}`);
}

function pageOf({ caseId }: ToldNotice, publicUrl: string): string {
  return caseId === '' ? `${publicUrl}/notices` : `${publicUrl}/cases/${encodeURIComponent(caseId)}`;
}

function foot(publicUrl: string): string {
  return `本邮件由系统发出，请勿直接回复。内容请登录查看。\n停收或更改通知方式：${settingsPage(publicUrl)}`;
}

/** Where a person changes how to be told. */
export function settingsPage(publicUrl: string): string {
  return `${publicUrl}/notices#channels`;
}

/** Nothing in it can end a header line. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
