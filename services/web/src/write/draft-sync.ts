import { isBlank, sameWords, type DraftWords } from './draft-words.ts';

/** How long typing rests before the draft is saved, and how long an unreachable server is left alone. Milliseconds. */
const REST_MS = 1_200;
const RETRY_MS = 5_000;

/** The draft as the server has it. */
export interface SavedDraft {
  readonly id: string;
  readonly version: number;
  readonly words: DraftWords;
}

/** One saving that has been sent and not yet answered: asked again under its key, it happens once. */
interface Sending {
  readonly key: string;
  readonly words: DraftWords;
}

/** What this browser keeps of a draft that the server does not have yet. */
export interface KeptDraft {
  readonly words: DraftWords;
  readonly saved?: SavedDraft;
  readonly sending?: Sending;
}

/** How the words stand to the server's. */
export type Standing =
  | { readonly kind: 'blank' | 'resting' | 'saving' | 'unreachable' | 'session-over' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'conflict'; readonly theirs: SavedDraft };

export interface DraftSnapshot {
  readonly words: DraftWords;
  readonly saved: SavedDraft | undefined;
  readonly standing: Standing;
}

/** What a failed saving means: nobody answered, nobody is logged in, another version is there, or it is not wanted. */
export type SavingFailure = 'unreachable' | 'session-over' | 'stale' | 'refused';

/** The API's part. */
export interface DraftServer {
  create(sending: Sending): Promise<{ readonly id: string; readonly version: number }>;
  change(saved: SavedDraft, sending: Sending): Promise<{ readonly version: number }>;
  read(id: string): Promise<SavedDraft>;
  meaningOf(failure: unknown): SavingFailure;
}

/** This browser's part. */
export interface DraftKeeper {
  keep(draft: KeptDraft): void;
  forget(savedId: string | undefined): void;
  onSessionOver(): void;
}

/**
 * A draft that is being written. Every change is kept in this browser at once and saved on the server when typing
 * rests, one saving at a time; what could not be saved is tried again until it is. When somebody else changed the draft
 * meanwhile, both texts stay until the deputy chooses.
 */
export class DraftSync {
  #snapshot: DraftSnapshot;
  #sending: Sending | undefined;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #server: DraftServer;
  readonly #keeper: DraftKeeper;

  constructor(start: KeptDraft, server: DraftServer, keeper: DraftKeeper) {
    this.#server = server;
    this.#keeper = keeper;
    this.#sending = start.sending;
    this.#snapshot = { words: start.words, saved: start.saved, standing: { kind: 'blank' } };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DraftSnapshot => this.#snapshot;

  /** New words from the deputy. */
  change(words: DraftWords): void {
    this.#show({ words });
    this.#keep();
    if (this.#snapshot.standing.kind === 'conflict') return;
    if (this.#running === undefined) this.#show({ standing: { kind: 'resting' } });
    this.#saveIn(REST_MS);
  }

  /** Saves now what is not saved: when the connection or the session is back, and before the draft is handed on. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#run();
    return this.#snapshot.standing.kind === 'saved';
  }

  /** The server's draft was read again: only another text is a conflict, another version alone is not. */
  noticed(theirs: SavedDraft): void {
    const { saved, words, standing } = this.#snapshot;
    if (this.#running !== undefined || this.#sending !== undefined || standing.kind === 'conflict') return;
    if (saved !== undefined && theirs.version <= saved.version) return;
    if (saved === undefined || sameWords(words, saved.words))
      this.#show({ saved: theirs, words: theirs.words });
    else if (sameWords(theirs.words, saved.words)) this.#show({ saved: theirs });
    else this.#show({ standing: { kind: 'conflict', theirs } });
  }

  /** Ends a conflict: the words that stay are saved over what the other side wrote. */
  settle(words: DraftWords): void {
    const { standing } = this.#snapshot;
    if (standing.kind !== 'conflict') return;
    this.#show({ words, saved: standing.theirs, standing: { kind: 'resting' } });
    this.#keep();
    void this.save();
  }

  #show(changed: Partial<DraftSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...changed };
    for (const listener of this.#listeners) listener();
  }

  #keep(): void {
    const { words, saved } = this.#snapshot;
    const sending = this.#sending;
    this.#keeper.keep({
      words,
      ...(saved === undefined ? {} : { saved }),
      ...(sending === undefined ? {} : { sending }),
    });
  }

  #saveIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), ms);
  }

  #needsSaving(): boolean {
    const { words, saved, standing } = this.#snapshot;
    if (standing.kind === 'conflict') return false;
    if (this.#sending !== undefined) return true;
    return saved === undefined ? !isBlank(words) : !sameWords(words, saved.words);
  }

  /** One at a time: who asks meanwhile waits for the one that runs, which goes on until nothing is unsaved. */
  #run(): Promise<void> {
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #saveAll(): Promise<void> {
    try {
      while (this.#needsSaving()) await this.#saveOnce();
      if (this.#snapshot.saved !== undefined && this.#snapshot.standing.kind !== 'conflict') {
        this.#show({ standing: { kind: 'saved', at: new Date() } });
        this.#keeper.forget(this.#snapshot.saved.id);
      }
    } catch (error) {
      await this.#failed(error);
    }
  }

  async #saveOnce(): Promise<void> {
    this.#sending ??= { key: crypto.randomUUID(), words: this.#snapshot.words };
    const sending = this.#sending;
    this.#keep();
    this.#show({ standing: { kind: 'saving' } });
    const { saved } = this.#snapshot;
    if (saved === undefined) {
      const { id, version } = await this.#server.create(sending);
      this.#keeper.forget(undefined);
      this.#sending = undefined;
      this.#show({ saved: { id, version, words: sending.words } });
    } else {
      const { version } = await this.#server.change(saved, sending);
      this.#sending = undefined;
      this.#show({ saved: { ...saved, version, words: sending.words } });
    }
    this.#keep();
  }

  /** A draft that was not answered keeps its key, so that it is not drafted twice; what is refused loses it. */
  async #failed(error: unknown): Promise<void> {
    const meaning = this.#server.meaningOf(error);
    if (meaning === 'unreachable') {
      this.#show({ standing: { kind: 'unreachable' } });
      this.#saveIn(RETRY_MS);
    } else if (meaning === 'session-over') {
      this.#show({ standing: { kind: 'session-over' } });
      this.#keeper.onSessionOver();
    } else {
      const sent = this.#sending?.words ?? this.#snapshot.words;
      this.#sending = undefined;
      this.#keep();
      if (meaning === 'stale') await this.#compare(sent);
      else this.#show({ standing: { kind: 'refused', error } });
    }
  }

  /** Another version with the words from before, or with those just sent, is this side's own doing or a signature. */
  async #compare(sent: DraftWords): Promise<void> {
    const { saved } = this.#snapshot;
    if (saved === undefined) return;
    try {
      const theirs = await this.#server.read(saved.id);
      const isOnlyNewer = sameWords(theirs.words, saved.words) || sameWords(theirs.words, sent);
      this.#show(isOnlyNewer ? { saved: theirs } : { standing: { kind: 'conflict', theirs } });
    } catch {
      // Whatever kept the other text from being read is met again, and said, by the next saving.
      this.#show({ standing: { kind: 'unreachable' } });
    }
    if (this.#snapshot.standing.kind !== 'conflict') this.#saveIn(REST_MS);
  }
}
