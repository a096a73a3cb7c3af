import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  DraftSync,
  type DraftServer,
  type KeptDraft,
  type SavedDraft,
  type SavingFailure,
} from './draft-sync.ts';
import {
  BLANK,
  changedFields,
  missingFields,
  sameWords,
  wholeWords,
  type DraftWords,
} from './draft-words.ts';

const LONG_MS = 60_000;
const words = (title: string): DraftWords => ({ ...BLANK, title });

/** A failure by its meaning. */
class Failure extends Error {
  readonly meaning: SavingFailure;
  constructor(meaning: SavingFailure) {
    super(meaning);
    this.meaning = meaning;
  }
}

/** Intake in one object: one draft, its version, and what stands in the way. */
class Intake implements DraftServer {
  draft: SavedDraft | undefined;
  drafts = 0;
  readonly #answered = new Map<string, SavedDraft>();
  /** Met by the next savings, in order: before they are done, or after, so that only the answer is lost. */
  before: SavingFailure[] = [];
  lost: SavingFailure[] = [];

  /** Under its key it happens once. */
  async create({ key, words: text }: { key: string; words: DraftWords }): Promise<SavedDraft> {
    this.#meet(this.before);
    const known = this.#answered.get(key);
    if (known !== undefined) return known;
    this.drafts += 1;
    this.draft = { id: 's1', version: 1, words: text };
    this.#answered.set(key, this.draft);
    this.#meet(this.lost);
    return this.draft;
  }

  async change(saved: SavedDraft, sending: { words: DraftWords }): Promise<SavedDraft> {
    this.#meet(this.before);
    if (saved.version !== this.draft?.version) throw new Failure('stale');
    this.draft = { ...this.draft, version: saved.version + 1, words: sending.words };
    this.#meet(this.lost);
    return this.draft;
  }

  async read(): Promise<SavedDraft> {
    if (this.draft === undefined) throw new Failure('refused');
    return this.draft;
  }

  meaningOf(failure: unknown): SavingFailure {
    if (failure instanceof Failure) return failure.meaning;
    throw failure;
  }

  #meet(failures: SavingFailure[]): void {
    const met = failures.shift();
    if (met !== undefined) throw new Failure(met);
  }
}

let intake: Intake;
let kept: KeptDraft | undefined;
let sessionsOver: number;

function open(start: KeptDraft = { words: BLANK }): DraftSync {
  return new DraftSync(start, intake, {
    keep: (draft) => (kept = draft),
    forget: () => (kept = undefined),
    onSessionOver: () => (sessionsOver += 1),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  intake = new Intake();
  kept = undefined;
  sessionsOver = 0;
});
afterEach(() => vi.useRealTimers());

describe('a draft that is being written', () => {
  it('is kept here at once and saved when typing rests', async () => {
    const draft = open();
    draft.change(words('路'));
    expect(kept?.words.title).toBe('路');
    expect(intake.draft).toBeUndefined();
    draft.change(words('路灯'));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(intake.draft).toMatchObject({ version: 1, words: { title: '路灯' } });
    expect(draft.snapshot().standing.kind).toBe('saved');
    expect(kept).toBeUndefined();
  });

  it('is handed on only when the saving under way has ended', async () => {
    const draft = open();
    draft.change(words('路灯'));
    void draft.save();
    expect(draft.snapshot().standing.kind).toBe('saving');
    expect(await draft.save()).toBe(true);
    expect(draft.snapshot().saved?.id).toBe('s1');
  });

  it('is not saved while it is blank', async () => {
    open().change({ ...BLANK, title: '  ' });
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(intake.draft).toBeUndefined();
  });

  it('is saved when the connection is back, by itself', async () => {
    intake.before = ['unreachable'];
    const draft = open();
    draft.change(words('路灯'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(draft.snapshot().standing.kind).toBe('unreachable');
    expect(kept?.words.title).toBe('路灯');
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(intake.draft?.words.title).toBe('路灯');
  });

  it('is drafted once when the answer was lost, also over a reload', async () => {
    intake.lost = ['unreachable'];
    open().change(words('路灯'));
    await vi.advanceTimersByTimeAsync(2_000);
    if (kept === undefined) throw new Error('nothing was kept');
    vi.clearAllTimers();
    const again = open(kept);
    again.change(words('路灯和树'));
    await again.save();
    expect(intake.drafts).toBe(1);
    expect(intake.draft).toMatchObject({ version: 2, words: { title: '路灯和树' } });
  });

  it('keeps everything when the session is over', async () => {
    intake.before = ['session-over'];
    const draft = open();
    draft.change(words('路灯'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sessionsOver).toBe(1);
    expect(kept?.words.title).toBe('路灯');
    expect(await draft.save()).toBe(true);
  });
});

describe('a draft that changed on the server', () => {
  const mine = { id: 's1', version: 1, words: words('路灯') };

  it('is no conflict when only its version did, as with a confirmed signature', async () => {
    intake.draft = { ...mine, version: 4 };
    const draft = open({ words: mine.words, saved: mine });
    draft.change(words('路灯不亮'));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(intake.draft).toMatchObject({ version: 5, words: { title: '路灯不亮' } });
  });

  it('is none when only the answer to an own saving was lost', async () => {
    intake.draft = mine;
    intake.lost = ['unreachable'];
    const draft = open({ words: mine.words, saved: mine });
    draft.change(words('路灯不亮'));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(draft.snapshot().standing.kind).toBe('saved');
    expect(intake.draft).toMatchObject({ version: 2, words: { title: '路灯不亮' } });
  });

  it('keeps both texts until one is chosen', async () => {
    intake.draft = { ...mine, version: 2, words: words('公厕') };
    const draft = open({ words: mine.words, saved: mine });
    draft.change(words('路灯不亮'));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(draft.snapshot()).toMatchObject({
      words: { title: '路灯不亮' },
      standing: { kind: 'conflict', theirs: { words: { title: '公厕' } } },
    });
    expect(intake.draft.words.title).toBe('公厕');
    draft.settle(words('路灯不亮'));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(intake.draft).toMatchObject({ version: 3, words: { title: '路灯不亮' } });
  });

  it('is taken over while nothing was typed, and a conflict when something was', () => {
    const theirs = { ...mine, version: 2, words: words('公厕') };
    const clean = open({ words: mine.words, saved: mine });
    clean.noticed(theirs);
    expect(clean.snapshot().words.title).toBe('公厕');
    const typed = open({ words: words('路灯不亮'), saved: mine });
    typed.noticed(theirs);
    expect(typed.snapshot().standing.kind).toBe('conflict');
  });

  it('says why a saving was refused and keeps the words', async () => {
    intake.before = ['refused'];
    const draft = open();
    draft.change(words('路灯'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(draft.snapshot().standing.kind).toBe('refused');
    expect(kept?.words.title).toBe('路灯');
  });
});

describe('the words of a draft', () => {
  it('are the same with a space at the end or an empty demand', () => {
    expect(sameWords(words('路灯'), { ...words('路灯 '), demands: ['', ' '] })).toBe(true);
    expect(changedFields(words('路灯'), { ...words('路'), demands: ['修'] })).toEqual(['title', 'demands']);
  });

  it('are the same with an empty earlier number or one written twice, and others with another area', () => {
    const past = { ...words('路灯'), earlierNumbers: ['第67号', '第12号'] };
    expect(sameWords(past, { ...past, earlierNumbers: ['第67号 ', '', '第12号', '第67号'] })).toBe(true);
    expect(changedFields(past, { ...past, affectedArea: '文澜街道', earlierNumbers: ['第12号'] })).toEqual([
      'affectedArea',
      'earlierNumbers',
    ]);
  });

  it('are whole also where this browser kept them before there were as many', () => {
    const { affectedArea: _area, earlierNumbers: _numbers, ...kept } = words('路灯');
    expect(wholeWords(kept)).toEqual(words('路灯'));
    expect(wholeWords({ ...kept, affectedArea: '文澜街道' }).affectedArea).toBe('文澜街道');
  });

  it('lack what others cannot do without', () => {
    expect(missingFields(BLANK)).toEqual(['标题', '情况和问题', '至少一条具体建议']);
    expect(missingFields({ ...BLANK, title: '路', facts: '暗', demands: ['', '修'] })).toEqual([]);
  });
});
