import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { forget, keep, keptUnder } from '../kept.ts';
import { hasMembers, isListOf, isRecord, isText } from '../kept-shape.ts';
import { fileServer } from './send-file.ts';
import { underway, type NamedFile, type Upload } from './upload.ts';
import { UploadStore } from './upload-store.ts';

/** Files of a form: those that it names, and those on their way. */
export interface Uploads {
  readonly named: readonly NamedFile[];
  readonly uploads: readonly Upload[];
  readonly max: number;
  /** How many will become files of the form without anybody's doing. */
  readonly underway: number;
  readonly add: (files: readonly File[]) => void;
  readonly retry: (key: string) => void;
  readonly remove: (key: string) => void;
  /** The form names it no more. */
  readonly drop: (attachmentId: string) => void;
}

interface UploadsOf {
  /** Under which the uploads are kept: person, form and its object. */
  readonly keptAs: string;
  /** What stays the same while the form is open, where its object gets its id only then. */
  readonly openAs?: string;
  readonly named: readonly NamedFile[];
  readonly onChange: (named: NamedFile[]) => void;
  readonly max: number;
  /** Nothing may be named now: what is ready waits. */
  readonly held?: boolean;
}

/** The uploads of one form; each file that is ready is named by the form. */
export function useUploads(of: UploadsOf): Uploads {
  const { keptAs, openAs = keptAs, named, onChange, max, held = false } = of;
  const [{ store, keeper }] = useState(() => openUploads(openAs, keptAs));
  const uploads = useSyncExternalStore(store.subscribe, store.snapshot);
  const take = useEffectEvent((ready: readonly Upload[]) => {
    const known = new Set(named.map(({ attachmentId }) => attachmentId));
    const files = ready.flatMap(({ stage }) =>
      stage.kind === 'ready' && !known.has(stage.file.attachmentId) ? [stage.file] : [],
    );
    if (files.length > 0) onChange([...named, ...files]);
    store.taken(ready.map(({ key }) => key));
  });
  useEffect(() => {
    const ready = uploads.filter(({ stage }) => stage.kind === 'ready');
    if (ready.length > 0 && !held) take(ready);
  }, [uploads, held]);
  useEffect(() => keeper.keepAs(keptAs), [keeper, keptAs]);
  useEffect(() => {
    const retry = (): void => store.retryLost();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [store]);
  return {
    ...{ named, uploads, max },
    underway: underway(uploads),
    add: (files) => store.add(files, max - named.length),
    retry: (key) => store.retry(key),
    remove: (key) => store.remove(key),
    drop: (attachmentId) => onChange(named.filter((file) => file.attachmentId !== attachmentId)),
  };
}

interface OpenUploads {
  readonly store: UploadStore;
  readonly keeper: KeptUploads;
}

/** Uploads of forms that are open in this window, or were: they go on when their form is closed. */
const OPEN = new Map<string, OpenUploads>();

function openUploads(openAs: string, keptAs: string): OpenUploads {
  const open = OPEN.get(openAs);
  if (open !== undefined) return open;
  const keeper = new KeptUploads(keptAs);
  const opened = { store: new UploadStore(keeper.found(), fileServer, keeper), keeper };
  OPEN.set(openAs, opened);
  return opened;
}

const isUpload = hasMembers<Upload>({ key: isText, name: isText, stage: isRecord });

/** What this browser keeps of the uploads of a form: names and where they stand, no bytes. */
class KeptUploads {
  #uploads: readonly Upload[] = [];
  #keptAs: string;

  constructor(keptAs: string) {
    this.#keptAs = keptAs;
  }

  found(): readonly Upload[] {
    this.#uploads = keptUnder(keyOf(this.#keptAs), isListOf(isUpload)) ?? [];
    return this.#uploads;
  }

  keep(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    if (uploads.length === 0) forget(keyOf(this.#keptAs));
    else keep(keyOf(this.#keptAs), uploads);
  }

  /** The form's object has its id now. */
  keepAs(keptAs: string): void {
    if (keptAs === this.#keptAs) return;
    forget(keyOf(this.#keptAs));
    this.#keptAs = keptAs;
    this.keep(this.#uploads);
  }
}

function keyOf(keptAs: string): string {
  return `${keptAs}.uploads`;
}
