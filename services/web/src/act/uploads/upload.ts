import { refusedBeforeSending } from './upload-words.ts';

/** A file that a text, a reply or a record names; archive keeps its bytes. */
export interface NamedFile {
  readonly attachmentId: string;
  /** Hex, over its bytes. */
  readonly sha256: string;
  readonly name: string;
}

/** Why a file is not taken, and what helps. */
export interface RefusedFile {
  readonly message: string;
  readonly whatToDo: string;
  /** The same file may be taken another time. */
  readonly mayRetry: boolean;
}

/** How far an upload is. */
type UploadStage =
  | { readonly kind: 'sending'; /** 0–1 of its bytes. */ readonly sent: number }
  /** Nobody answered: it is sent again, under the same key. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'scanning'; readonly attachmentId: string; readonly isSlow: boolean }
  | { readonly kind: 'ready'; readonly file: NamedFile }
  | ({ readonly kind: 'refused' } & RefusedFile);

/** One chosen file until the form names it. */
export interface Upload {
  /** The Idempotency-Key under which it is sent, however often. */
  readonly key: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly stage: UploadStage;
}

export type UploadEvent =
  | {
      readonly kind: 'chosen';
      readonly files: readonly ChosenFile[];
      /** How many more fit. */ readonly room: number;
    }
  | { readonly kind: 'progressed'; readonly key: string; readonly sent: number }
  | { readonly kind: 'lost'; readonly key: string }
  | { readonly kind: 'retried'; readonly key: string }
  | { readonly kind: 'stored'; readonly key: string; readonly attachmentId: string }
  | { readonly kind: 'waited'; readonly key: string }
  | { readonly kind: 'cleared'; readonly key: string; readonly sha256: string }
  | ({ readonly kind: 'refused'; readonly key: string } & RefusedFile)
  | { readonly kind: 'removed'; readonly key: string }
  | { readonly kind: 'taken'; readonly keys: readonly string[] };

interface ChosenFile {
  readonly key: string;
  readonly name: string;
  readonly sizeBytes: number;
}

/** The uploads after something happened. What comes late about a removed or settled one changes nothing. */
export function afterUpload(uploads: readonly Upload[], event: UploadEvent): readonly Upload[] {
  switch (event.kind) {
    case 'chosen':
      return chosen(uploads, event.files, event.room);
    case 'removed':
      return uploads.filter(({ key }) => key !== event.key);
    case 'taken':
      return uploads.filter(({ key, stage }) => stage.kind !== 'ready' || !event.keys.includes(key));
    default:
      return uploads.map((upload) =>
        upload.key === event.key ? { ...upload, stage: next(upload, event) } : upload,
      );
  }
}

/** Uploads that will still become a file of the form; a refused one takes no room. */
export function underway(uploads: readonly Upload[]): number {
  return uploads.filter(({ stage }) => stage.kind !== 'refused').length;
}

/** What a reload finds: a file that had arrived is still asked about, of others only the name is left. */
export function afterReload(kept: readonly Upload[]): readonly Upload[] {
  return kept.map((upload) => {
    const { kind } = upload.stage;
    return kind === 'sending' || kind === 'lost' ? { ...upload, stage: INTERRUPTED } : upload;
  });
}

const INTERRUPTED: UploadStage = {
  kind: 'refused',
  message: '页面重新打开过，这个文件没有传完',
  whatToDo: '请再选一次这个文件',
  mayRetry: false,
};

function chosen(uploads: readonly Upload[], files: readonly ChosenFile[], room: number): readonly Upload[] {
  const accepted: Upload[] = [];
  let left = room - underway(uploads);
  for (const file of files) {
    const refusal = refusedBeforeSending(file, left);
    if (refusal === undefined) left -= 1;
    const stage: UploadStage =
      refusal === undefined ? { kind: 'sending', sent: 0 } : { kind: 'refused', ...refusal };
    accepted.push({ ...file, stage });
  }
  return [...uploads, ...accepted];
}

type StageEvent = Exclude<UploadEvent, { kind: 'chosen' | 'removed' | 'taken' }>;

function next({ name, stage }: Upload, event: StageEvent): UploadStage {
  const isUnsent = stage.kind === 'sending' || stage.kind === 'lost';
  switch (event.kind) {
    case 'progressed':
      return stage.kind === 'sending' ? { kind: 'sending', sent: Math.min(1, event.sent) } : stage;
    case 'lost':
      return isUnsent ? { kind: 'lost' } : stage;
    case 'retried':
      return stage.kind === 'lost' || (stage.kind === 'refused' && stage.mayRetry)
        ? { kind: 'sending', sent: 0 }
        : stage;
    case 'stored':
      return isUnsent ? { kind: 'scanning', attachmentId: event.attachmentId, isSlow: false } : stage;
    case 'waited':
      return stage.kind === 'scanning' ? { ...stage, isSlow: true } : stage;
    case 'cleared':
      return stage.kind === 'scanning'
        ? { kind: 'ready', file: { attachmentId: stage.attachmentId, sha256: event.sha256, name } }
        : stage;
    case 'refused': {
      const { message, whatToDo, mayRetry } = event;
      return stage.kind === 'ready' ? stage : { kind: 'refused', message, whatToDo, mayRetry };
    }
  }
}
