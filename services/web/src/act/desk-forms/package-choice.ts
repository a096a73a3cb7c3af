import type { Handling } from '../../api/use-handling.ts';

export type WorkPackage = NonNullable<Handling['taskForce']>['workPackages'][number];

/** One that is done is meant no more. */
export function openPackages(packages: readonly WorkPackage[]): readonly WorkPackage[] {
  return packages.filter(({ completedOn }) => completedOn === '');
}

/** The only one open needs no choosing. */
export function onlyPackage(packages: readonly WorkPackage[]): WorkPackage | undefined {
  const [only, ...others] = openPackages(packages);
  return others.length === 0 ? only : undefined;
}

/** What stands now, from which it is amended. */
export function asItStands({
  unitId,
  task,
  dueOn,
}: WorkPackage): Pick<WorkPackage, 'unitId' | 'task' | 'dueOn'> {
  return { unitId, task, dueOn };
}
