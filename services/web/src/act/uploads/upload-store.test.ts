import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UploadStore, type FileFailure, type FileServer } from './upload-store.ts';
import type { Upload } from './upload.ts';

const LONG_MS = 60_000;
const PHOTO = new File(['x'], '路口.jpg');

/** A failure by its meaning. */
class Failure extends Error {
  readonly meaning: FileFailure;
  constructor(meaning: FileFailure) {
    super('failed');
    this.meaning = meaning;
  }
}

const PASSING = (): Failure => new Failure('passing');
const WRONG_CONTENT = { message: '文件内容与扩展名不符', whatToDo: '另存再传', mayRetry: false };

/** Archive in one object: files by their key, what its scanner says, and what stands in the way. */
class Archive implements FileServer {
  readonly stored = new Map<string, string>();
  scan: 'pending' | 'clean' | 'refused' = 'clean';
  /** Met by the next sendings, in order: before they are done, or after, so that only the answer is lost. */
  before: Failure[] = [];
  lost: Failure[] = [];
  sendings = 0;

  async send(_file: File, key: string, { progress }: Parameters<FileServer['send']>[2]): Promise<string> {
    this.sendings += 1;
    progress(1);
    this.#meet(this.before);
    const id = this.stored.get(key) ?? `a${this.stored.size + 1}`;
    this.stored.set(key, id);
    this.#meet(this.lost);
    return id;
  }

  async look(attachmentId: string): ReturnType<FileServer['look']> {
    if (![...this.stored.values()].includes(attachmentId)) throw new Failure('gone');
    return { scan: this.scan, sha256: 'ff' };
  }

  meaningOf(failure: unknown): FileFailure {
    if (failure instanceof Failure) return failure.meaning;
    throw failure;
  }

  #meet(failures: Failure[]): void {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
  }
}

let archive: Archive;
let kept: readonly Upload[];
beforeEach(() => {
  vi.useFakeTimers();
  archive = new Archive();
  kept = [];
});
afterEach(() => vi.useRealTimers());

function opened(from: readonly Upload[] = []): UploadStore {
  return new UploadStore(from, archive, { keep: (uploads) => (kept = uploads) });
}

const kinds = (store: UploadStore): readonly string[] => store.snapshot().map(({ stage }) => stage.kind);
const time = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe('a store of uploads', () => {
  it('stores a file once, although its first answers were lost', async () => {
    const store = opened();
    archive.before = [PASSING()];
    archive.lost = [PASSING(), PASSING()];
    store.add([PHOTO], 10);
    await time(0);
    expect(kinds(store)).toEqual(['lost']);
    await time(LONG_MS);
    expect(kinds(store)).toEqual(['ready']);
    expect(archive.sendings).toBe(4);
    expect(archive.stored.size).toBe(1);
  });

  it('sends again at once when the connection is back', async () => {
    const store = opened();
    archive.before = [PASSING()];
    store.add([PHOTO], 10);
    await time(0);
    store.retryLost();
    await time(0);
    expect(kinds(store)).toEqual(['ready']);
  });

  it('waits for its turn, and does not ask again about what is refused', async () => {
    const store = opened();
    archive.before = [PASSING(), new Failure(WRONG_CONTENT)];
    store.add([PHOTO], 10);
    await time(LONG_MS);
    expect(kinds(store)).toEqual(['refused']);
    expect(archive.sendings).toBe(2);
  });

  it('waits for a scanner that is away, says so, and shows what it found', async () => {
    const store = opened();
    archive.scan = 'pending';
    store.add([PHOTO], 10);
    await time(LONG_MS);
    expect(store.snapshot()[0]?.stage).toMatchObject({ kind: 'scanning', isSlow: true });
    archive.scan = 'refused';
    await time(LONG_MS);
    expect(store.snapshot()[0]?.stage).toMatchObject({ kind: 'refused', mayRetry: false });
  });

  it('asks on after a reload about what had arrived', async () => {
    archive.scan = 'pending';
    opened().add([PHOTO], 10);
    await time(0);
    archive.scan = 'clean';
    const store = opened(kept);
    await time(0);
    const file = { attachmentId: 'a1', sha256: 'ff', name: '路口.jpg' };
    expect(store.snapshot()[0]?.stage).toEqual({ kind: 'ready', file });
    expect(archive.sendings).toBe(1);
  });

  it('says that a file is gone when it was removed meanwhile', async () => {
    archive.scan = 'pending';
    opened().add([PHOTO], 10);
    await time(0);
    archive.stored.clear();
    const store = opened(kept);
    await time(0);
    expect(store.snapshot()[0]?.stage).toMatchObject({ kind: 'refused', message: '文件已经不在了' });
  });

  it('keeps nothing of what was removed or is named by the form', async () => {
    const store = opened();
    store.add([PHOTO, PHOTO], 10);
    await time(0);
    const [first, second] = store.snapshot().map(({ key }) => key);
    store.taken([first ?? '']);
    store.remove(second ?? '');
    expect(kept).toEqual([]);
  });
});
