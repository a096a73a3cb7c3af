import { describe, expect, it } from 'vitest';
import { afterReload, afterUpload, underway, type Upload, type UploadEvent } from './upload.ts';
import { refusedBeforeSending, refusedByServer, sizeText, stageText } from './upload-words.ts';

const photo = { key: 'k1', name: '路口.jpg', sizeBytes: 2_000_000 };
const REFUSAL = { message: '内容不符', whatToDo: '另存再传', mayRetry: false };

function after(...events: readonly UploadEvent[]): readonly Upload[] {
  return events.reduce(afterUpload, []);
}

const chosen = (room = 10, ...files: readonly (typeof photo)[]): UploadEvent => ({
  kind: 'chosen',
  files: files.length === 0 ? [photo] : files,
  room,
});
const stored: UploadEvent = { kind: 'stored', key: 'k1', attachmentId: 'a1' };
const cleared: UploadEvent = { kind: 'cleared', key: 'k1', sha256: 'ff' };

describe('a file on its way', () => {
  it('is sent, scanned and then ready to be named', () => {
    const sending = after(chosen(), { kind: 'progressed', key: 'k1', sent: 0.4 });
    expect(sending[0]?.stage).toEqual({ kind: 'sending', sent: 0.4 });
    expect(stageText(sending[0] as Upload)).toBe('正在传 40%');
    const ready = [stored, cleared].reduce(afterUpload, sending);
    const file = { attachmentId: 'a1', sha256: 'ff', name: '路口.jpg' };
    expect(ready[0]?.stage).toEqual({ kind: 'ready', file });
    expect(afterUpload(ready, { kind: 'taken', keys: ['k1'] })).toEqual([]);
  });

  it('keeps its key when the connection is lost, however often it is sent', () => {
    const lost: UploadEvent = { kind: 'lost', key: 'k1' };
    const again = after(chosen(), lost, { kind: 'retried', key: 'k1' }, lost, { kind: 'retried', key: 'k1' });
    expect(again).toEqual([{ ...photo, stage: { kind: 'sending', sent: 0 } }]);
  });

  it('says that a scanner takes long, and is taken all the same when it answers', () => {
    const slow = after(chosen(), stored, { kind: 'waited', key: 'k1' });
    expect(slow[0]?.stage).toMatchObject({ kind: 'scanning', isSlow: true });
    expect(stageText(slow[0] as Upload)).toContain('查完自动附上');
    expect(afterUpload(slow, cleared)[0]?.stage.kind).toBe('ready');
  });

  it('that was removed stays away, whatever answer comes late', () => {
    const gone = after(chosen(), { kind: 'removed', key: 'k1' });
    expect([stored, cleared, { kind: 'lost', key: 'k1' } as const].reduce(afterUpload, gone)).toEqual([]);
  });

  it('that was refused is not sent again unless that can help', () => {
    const refused = after(chosen(), { kind: 'refused', key: 'k1', ...REFUSAL });
    expect(afterUpload(refused, { kind: 'retried', key: 'k1' })).toEqual(refused);
    const overSession = after(chosen(), { kind: 'refused', key: 'k1', ...REFUSAL, mayRetry: true });
    expect(afterUpload(overSession, { kind: 'retried', key: 'k1' })[0]?.stage.kind).toBe('sending');
  });

  it('that is ready or being scanned is not set back by a lost connection', () => {
    for (const events of [[stored], [stored, cleared]]) {
      const uploads = after(chosen(), ...events);
      expect(afterUpload(uploads, { kind: 'lost', key: 'k1' })).toEqual(uploads);
    }
  });
});

describe('what a form takes', () => {
  it('is no more than there is room for; a refused file takes none', () => {
    const files = ['k1', 'k2', 'k3'].map((key) => ({ ...photo, key }));
    const uploads = after(chosen(2, ...files));
    expect(uploads.map(({ stage }) => stage.kind)).toEqual(['sending', 'sending', 'refused']);
    expect(underway(uploads)).toBe(2);
    expect(stageText(uploads[2] as Upload)).toContain('附件已经满了');
  });

  it.each([
    ['照片.JPG', 20 * 1024 * 1024, undefined],
    ['照片.jpg', 20 * 1024 * 1024 + 1, '文件超过 20\u00a0MB'],
    ['照片.jpg', 0, '文件是空的'],
    ['程序.exe', 10, '不接受这种文件'],
    ['没有扩展名', 10, '不接受这种文件'],
  ])('%s of %d bytes', (name, sizeBytes, message) => {
    expect(refusedBeforeSending({ name, sizeBytes }, 1)?.message).toBe(message);
  });
});

describe('after a reload', () => {
  it('what had arrived is asked about on, of what had not only the name is left', () => {
    const [scanning] = after(chosen(), stored);
    const [sending] = after(chosen(10, { ...photo, key: 'k2' }));
    const found = afterReload([scanning as Upload, sending as Upload]);
    expect(found[0]).toEqual(scanning);
    expect(found[1]).toMatchObject({ name: '路口.jpg', stage: { kind: 'refused', mayRetry: false } });
    expect(stageText(found[1] as Upload)).toContain('请再选一次');
  });
});

describe('words', () => {
  it('say what helps against a refusal', () => {
    const problem = {
      status: 422,
      code: 'attachment-type-differs',
      title: '',
      detail: '文件内容与扩展名不符',
    };
    expect(refusedByServer(problem)).toMatchObject({ message: '文件内容与扩展名不符', mayRetry: false });
    expect(refusedByServer(problem).whatToDo).toContain('另存为');
    const big = { status: 413, code: 'body-too-large', title: 'too large' };
    expect(refusedByServer(big).message).toBe('文件超过 20\u00a0MB');
  });

  it('tell sizes as people do', () => {
    expect([12, 2_048, 1_500_000].map(sizeText)).toEqual(['12\u00a0字节', '2\u00a0KB', '1.4\u00a0MB']);
  });
});
