import type { Actor } from '@huiyin/kernel/actor';
import { newId } from '@huiyin/kernel/ids';
import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, DEPUTY, openCity, type OpenDirectory } from './open-directory.ts';
let directory: OpenDirectory;

beforeAll(async () => {
  directory = await openCity();
});
afterAll(() => directory.close());

describe('saved views', () => {
  const view = { list: 'cases', name: '红的', filters: 'colour=red' };
  const clerk = (unitId: string): Actor => ({
    ...{ accountId: 'account-li', personId: 'li', roles: ['unit-clerk'], unitId },
  });

  it('are one membership’s own, in one tenant', async () => {
    const { use } = directory;
    const saved = await use.addSavedView(view, by(clerk('u-1')));
    const { id: viewId } = accepted(saved);
    expect(await use.listSavedViews({}, by(clerk('u-1')))).toEqual([{ ...view, viewId }]);
    for (const ctx of [by(clerk('u-2')), by(DEPUTY), by(clerk('u-1'), 'yunchuan')]) {
      expect(await use.listSavedViews({}, ctx)).toEqual([]);
      const again = { ...ctx, idempotencyKey: newId() };
      expect(codeOf(await use.removeSavedView({ viewId }, again))).toBe('saved-view-unknown');
    }
    expect(codeOf(await use.addSavedView(view, by(clerk('u-2'))))).toBe('accepted');
  });

  it('keep names apart and their number small, also when many are saved at once', async () => {
    const { use } = directory;
    const add = (name: string) => use.addSavedView({ ...view, name }, by(clerk('u-3')));
    const twice = await Promise.all([1, 2, 3].map(() => add('同名')));
    expect(twice.map(codeOf).toSorted()).toEqual(
      ['accepted', 'saved-view-name-taken', 'saved-view-name-taken'].toSorted(),
    );
    const many = await Promise.all(Array.from({ length: 22 }, (_, index) => add(`第${index}个`)));
    expect(many.map(codeOf).filter((each) => each === 'accepted')).toHaveLength(19);
    expect(many.map(codeOf).filter((each) => each === 'saved-views-full')).toHaveLength(3);
  });

  it('are removed and renamed, and a command sent again changes nothing', async () => {
    const { use } = directory;
    const ctx = by(clerk('u-4'));
    const { id: viewId } = accepted(await use.addSavedView(view, ctx));
    expect(await use.addSavedView(view, ctx)).toMatchObject({ id: viewId });
    accepted(await use.renameSavedView({ viewId, name: '急的' }, by(clerk('u-4'))));
    expect(await use.listSavedViews({}, by(clerk('u-4')))).toEqual([{ ...view, viewId, name: '急的' }]);
    accepted(await use.removeSavedView({ viewId }, by(clerk('u-4'))));
    expect(await use.listSavedViews({}, by(clerk('u-4')))).toEqual([]);
  });
});
