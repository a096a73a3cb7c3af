import { describe, expect, it } from 'vitest';
import { auditLines, differenceText } from './audit-report.ts';

const found = { service: 'intake', events: 120, streams: 9, seals: 3 };

describe('an audit report', () => {
  it('is one line for each service', () => {
    const report = { intact: true, services: [{ ...found, differences: [] }] };
    expect(auditLines('donghu', report)).toEqual([
      '✓ donghu     intake           120 events      9 chains       3 seals',
    ]);
  });

  it('names service, tenant, stream, version and event of what differs', () => {
    const difference = { stream: 's-1', version: 3, eventId: 'e-1', what: 'hash' };
    const report = { intact: false, services: [{ ...found, differences: [difference] }] };
    expect(auditLines('donghu', report)).toEqual([
      '✗ donghu     intake           120 events      9 chains       3 seals',
      '    intake donghu: stream s-1, version 3 (event e-1): its content is not what its hash was made over',
    ]);
  });

  it.each([
    ['link', 'stream s-1, version 3 (event e-1): it does not follow the event before it'],
    ['gap', 'stream s-1, version 3 (event e-1): the version before it is missing'],
  ])('says what %s means', (what, text) => {
    expect(differenceText({ stream: 's-1', version: 3, eventId: 'e-1', what })).toBe(text);
  });

  it('names what is gone', () => {
    const gone = { version: 4, eventId: '', what: 'missing' };
    expect(differenceText({ ...gone, stream: 's-1' })).toBe(
      'stream s-1, version 4: the last event of the stream is gone',
    );
    expect(differenceText({ ...gone, stream: 'seal:4' })).toBe('seal 4 is gone');
    expect(differenceText({ ...gone, stream: 'seal:4', what: 'seal' })).toBe(
      'seal 4: its root does not stand for the events it seals',
    );
  });
});
