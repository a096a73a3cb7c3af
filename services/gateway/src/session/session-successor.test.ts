import { describe, expect, it } from 'vitest';
import { openSuccessor, sealSuccessor, successorName } from './session-successor.ts';

const by = { oldId: 'o'.repeat(43), idempotencyKey: 'key-1' };
const NEW_ID = 'n'.repeat(43);

describe('the successor of a session', () => {
  it('is told to who holds the old id and the key, and to nobody else', () => {
    const sealed = sealSuccessor(by, NEW_ID);
    expect(openSuccessor(by, sealed)).toBe(NEW_ID);
    expect(openSuccessor({ ...by, idempotencyKey: 'key-2' }, sealed)).toBeUndefined();
    expect(openSuccessor({ ...by, oldId: 'p'.repeat(43) }, sealed)).toBeUndefined();
    expect(openSuccessor(by, `${sealed.slice(0, -2)}AA`)).toBeUndefined();
    expect(openSuccessor(by, '')).toBeUndefined();
  });

  it('shows neither id where it is kept', () => {
    const kept = `${successorName(by)} ${sealSuccessor(by, NEW_ID)}`;
    expect(kept).not.toContain(by.oldId);
    expect(kept).not.toContain(NEW_ID);
    expect(sealSuccessor(by, NEW_ID)).not.toBe(sealSuccessor(by, NEW_ID));
  });
});
