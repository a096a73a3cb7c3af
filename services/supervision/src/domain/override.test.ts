import { isRejection } from '@huiyin/kernel/rejection';
import { describe, expect, it } from 'vitest';
import { assignedCase, CASE, met, on } from '../../test/given.ts';
import type { Colour } from './colour-scale.ts';
import { confirmOverride, requestOverride, type OverrideRequest } from './override.ts';
import type { Watch } from './watch.ts';

/** The reply's clock of a case without dual confirmation, which is not green any more in May. */
const inMay = () => assignedCase().until('2026-05-12');

const wanted = (to: Colour) => ({
  ...{ caseId: CASE, to, grounds: '单位已报送答复稿,系统外流转' },
  ...{ firstPersonId: 'zhou', requestedAt: on('2026-05-12').at },
});

function asked(watch: Watch, to: Colour = 'green'): OverrideRequest {
  const found = requestOverride(watch, wanted(to));
  if (isRejection(found)) throw new Error(found.code);
  return found.request;
}

describe('a colour asked for by hand', () => {
  it('is another one, of a clock that runs', () => {
    const told = inMay();
    const watch = told.watch('reply');
    const { colour } = watch.standing;
    expect(requestOverride(watch, wanted(colour))).toMatchObject({ code: 'colour-unchanged' });
    expect(asked(watch)).toMatchObject({ clockId: watch.id, from: colour, to: 'green' });
    told.tell('assignment', on('2026-05-13'), met('reply', '2026-05-13'));
    expect(requestOverride(told.watch('reply'), wanted('red'))).toMatchObject({ code: 'clock-not-open' });
  });

  it('has its reason in words', () => {
    const watch = inMay().watch('reply');
    expect(requestOverride(watch, { ...wanted('red'), grounds: '  ' })).toMatchObject({
      ...{ code: 'text-missing', field: 'grounds' },
    });
    expect(requestOverride(watch, { ...wanted('red'), grounds: ' 代表反映无人联系 ' })).toMatchObject({
      ...{ request: { grounds: '代表反映无人联系' }, event: { reason: '代表反映无人联系' } },
    });
  });

  it('is confirmed by a second person', () => {
    const watch = inMay().watch('reply');
    const request = asked(watch);
    expect(confirmOverride(watch, undefined, 'wu')).toMatchObject({ code: 'override-not-requested' });
    expect(confirmOverride(watch, request, 'zhou')).toMatchObject({ code: 'override-same-person' });
    expect(confirmOverride(watch, request, 'wu')).toMatchObject({
      fact: { type: 'override', to: 'green', firstPersonId: 'zhou', secondPersonId: 'wu' },
      event: { type: 'colour-overridden' },
    });
  });

  it('is outdated once the colour is another than the one discussed, or the clock has stopped', () => {
    const told = inMay();
    const request = asked(told.watch('reply'));
    expect(request.from).toBe('yellow');
    const turned = told.until('2026-05-28').watch('reply');
    expect(turned.standing.colour).toBe('red');
    expect(confirmOverride(turned, request, 'wu')).toMatchObject({ code: 'override-outdated' });
    told.tell('assignment', on('2026-05-29'), met('reply', '2026-05-29'));
    expect(confirmOverride(told.watch('reply'), request, 'wu')).toMatchObject({ code: 'clock-not-open' });
  });
});
