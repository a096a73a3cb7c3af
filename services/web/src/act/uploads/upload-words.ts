import type { Problem } from '../../api/client.ts';
import type { RefusedFile, Upload } from './upload.ts';

/** 20 MB as the API counts them. */
const MOST_BYTES = 20 * 1024 * 1024;
/** What archive takes, as the file chooser is told it. */
export const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.ofd,.jpg,.jpeg,.png,.webp,.heic,.heif';
const EXTENSION = /\.(pdf|docx|xlsx|pptx|ofd|jpe?g|png|webp|hei[cf])$/i;

const TOO_LARGE = { message: '文件超过 20\u00a0MB', whatToDo: '请压缩或分成几个文件再传', mayRetry: false };

/** What is certain without sending a file; `room` is how many more the form takes. */
export function refusedBeforeSending(
  { name, sizeBytes }: { readonly name: string; readonly sizeBytes: number },
  room: number,
): RefusedFile | undefined {
  if (room <= 0) return { message: '附件已经满了', whatToDo: '请先去掉不需要的，再选这个', mayRetry: false };
  if (sizeBytes > MOST_BYTES) return TOO_LARGE;
  if (sizeBytes === 0) return { message: '文件是空的', whatToDo: '请看一下文件有没有存好', mayRetry: false };
  if (!EXTENSION.test(name))
    return {
      message: '不接受这种文件',
      whatToDo: '请另存为 pdf、docx、xlsx、pptx、ofd，或传照片',
      mayRetry: false,
    };
  return undefined;
}

/** A refusal of the API in words, with what to do. */
export function refusedByServer({ code, title, detail }: Problem): RefusedFile {
  if (code === 'body-too-large' || code === 'attachment-too-large') return TOO_LARGE;
  return {
    message: detail ?? title,
    whatToDo: WHAT_TO_DO[code] ?? '请换一个文件，或联系本级代表工委',
    mayRetry: RETRIABLE.has(code),
  };
}

/** The scanner found something. */
export const INFECTED: RefusedFile = {
  message: '查毒没有通过，文件不会给任何人',
  whatToDo: '请在自己的电脑上杀毒，或换一个文件',
  mayRetry: false,
};

/** Archive does not have it any more. */
export const GONE: RefusedFile = {
  message: '文件已经不在了',
  whatToDo: '请再选一次这个文件',
  mayRetry: false,
};

/** `1.4 MB` */
export function sizeText(bytes: number): string {
  if (bytes < KB) return `${bytes}\u00a0字节`;
  return bytes < MB ? `${Math.round(bytes / KB)}\u00a0KB` : `${(bytes / MB).toFixed(1)}\u00a0MB`;
}

/** How far an upload is, in words. */
export function stageText({ stage }: Upload): string {
  switch (stage.kind) {
    case 'sending':
      return stage.sent < 1 ? `正在传 ${Math.floor(stage.sent * 100)}%` : '传到了，正在检查';
    case 'lost':
      return '连接断了，连上后自动接着传';
    case 'scanning':
      return stage.isSlow ? '还在等查毒，您可以先写别的，查完自动附上' : '正在查毒';
    case 'ready':
      return '已传好，可以修改时附上';
    case 'refused':
      return `没有附上：${stage.message}。${stage.whatToDo}。`;
  }
}

const KB = 1024;
const MB = 1024 * 1024;

const WHAT_TO_DO: Readonly<Record<string, string>> = {
  'attachment-type-differs': '请用原来的程序打开，另存为 pdf 或 docx 再传',
  'attachment-type-refused': '请另存为 pdf、docx、xlsx、pptx、ofd，或传照片',
  'attachment-active-content': '请导出为 pdf，或另存为不带宏的文件再传',
  'attachment-container-unsafe': '文件可能坏了或加了密码，请去掉密码另存后再传',
  'attachment-photo-unreadable': '请重新拍或另存为 jpg、png 再传',
  'attachment-photo-too-large': '请缩小照片再传',
  'attachment-name-malformed': '请把文件名改短、只用文字和数字再传',
  'attachment-empty': '请看一下文件有没有存好',
  'not-permitted': '这项权限属于别的身份，请联系本级代表工委',
  'not-logged-in': '请重新登录再传',
  'session-expired': '请重新登录再传',
};

const RETRIABLE: ReadonlySet<string> = new Set(['not-logged-in', 'session-expired']);
