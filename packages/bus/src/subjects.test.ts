import { expect, test } from 'vitest';
import { streamOfService, subjectOf, subjectsOfService } from './subjects.ts';

test('a subject names tenant, service, event and major version', () => {
  expect(subjectOf({ tenant: 'sd-shunde', service: 'intake', type: 'suggestion-submitted' })).toBe(
    'huiyin.sd-shunde.intake.suggestion-submitted.v1',
  );
  expect(subjectsOfService('intake')).toBe('huiyin.*.intake.*.v1');
  expect(streamOfService('intake')).toBe('HUIYIN_INTAKE');
});

test.each([
  { tenant: '', service: 'intake', type: 'a' },
  { tenant: 'a.b', service: 'intake', type: 'a' },
  { tenant: '*', service: 'intake', type: 'a' },
  { tenant: '>', service: 'intake', type: 'a' },
  { tenant: 'a b', service: 'intake', type: 'a' },
  { tenant: '顺德', service: 'intake', type: 'a' },
  { tenant: 'sd', service: 'In', type: 'a' },
  { tenant: 'sd', service: 'intake', type: 'Suggestion' },
  { tenant: 'sd', service: 'intake', type: 'suggestion.submitted' },
  { tenant: 'sd', service: 'intake', type: 'suggestion--submitted' },
])('%j is no subject', (parts) => {
  expect(() => subjectOf(parts)).toThrow(RangeError);
});
