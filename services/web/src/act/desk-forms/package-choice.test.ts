import { describe, expect, it } from 'vitest';
import { asItStands, onlyPackage, openPackages, type WorkPackage } from './package-choice.ts';

const design: WorkPackage = {
  ...{ packageId: 'w-1', unitId: 'u-traffic', task: '设计', dueOn: '2026-04-30', version: 1 },
  ...{ completedOn: '', completedBy: '', summary: '' },
};
const signals = { ...design, packageId: 'w-2', unitId: 'u-police', task: '设信号灯' };
const done = { ...design, packageId: 'w-3', completedOn: '2026-04-01' };

describe('the work package that is meant', () => {
  it('is one that is open, chosen already when there is no other', () => {
    expect(openPackages([design, done, signals])).toEqual([design, signals]);
    expect(onlyPackage([done, design])).toBe(design);
    expect(onlyPackage([design, signals])).toBeUndefined();
    expect(onlyPackage([done])).toBeUndefined();
  });

  it('is amended from the unit, the task and the day it has', () => {
    expect(asItStands(signals)).toEqual({ unitId: 'u-police', task: '设信号灯', dueOn: '2026-04-30' });
  });
});
