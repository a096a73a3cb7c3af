import { codeOf } from '@huiyin/testkit/accepted';
import { describe, expect, it } from 'vitest';
import { addView, renameView, type SavedView } from './saved-view.ts';

const view = (name: string, list = 'cases'): SavedView => ({
  ...{ viewId: `${list} ${name}`, list, name, filters: 'colour=red' },
});

describe('a saved view', () => {
  it('has a name of its own in its list', () => {
    const views = [view('红的'), view('急的', 'inbox')];
    expect(codeOf(addView(views, view(' 红的 ')))).toBe('saved-view-name-taken');
    expect(addView(views, view(' 急的 '))).toMatchObject({ name: '急的' });
    expect(codeOf(addView(views, view('')))).toBe('malformed-field');
    expect(codeOf(addView(views, view('长'.repeat(40))))).toBe('accepted');
    expect(codeOf(addView(views, view('长'.repeat(41))))).toBe('malformed-field');
  });

  it('is one of at most twenty of its list', () => {
    const views = Array.from({ length: 20 }, (_, index) => view(`第${index}个`));
    expect(codeOf(addView(views, view('又一个')))).toBe('saved-views-full');
    expect(codeOf(addView(views.slice(1), view('又一个')))).toBe('accepted');
    expect(codeOf(addView(views, view('又一个', 'inbox')))).toBe('accepted');
  });

  it('takes another name, also its own again, but none of another view', () => {
    const views = [view('红的'), view('急的')];
    const rename = (name: string, viewId = 'cases 红的') => renameView(views, { viewId, name });
    expect(rename('很红的')).toEqual({ ...view('红的'), name: '很红的' });
    expect(codeOf(rename('红的'))).toBe('accepted');
    expect(codeOf(rename('急的'))).toBe('saved-view-name-taken');
    expect(codeOf(rename('红的', 'nobody’s'))).toBe('saved-view-unknown');
  });

  it('names a list and has filters', () => {
    expect(codeOf(addView([], { ...view('红的'), list: 'Cases?' }))).toBe('malformed-field');
    expect(codeOf(addView([], { ...view('红的'), filters: '' }))).toBe('malformed-field');
    expect(codeOf(addView([], { ...view('红的'), filters: 'x'.repeat(1_001) }))).toBe('malformed-field');
  });
});
