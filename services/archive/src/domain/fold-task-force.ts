import type { CaseFile } from './case-file.ts';
import { objects, text, type Fact } from './fact.ts';

/** 专班 and who still has what to do in it. */
export function takeTaskForce(file: CaseFile, fact: Fact): void {
  const openPackages = file.taskForce?.openPackages ?? {};
  switch (fact.type) {
    case 'task-force-formed':
      file.taskForceFormed = true;
      file.taskForce = { id: text(fact, 'taskForceId'), openPackages: {} };
      for (const held of objects(fact, 'workPackages')) givePackage(file.taskForce.openPackages, held);
      break;
    case 'task-force-dissolved':
      file.taskForceFormed = false;
      delete file.taskForce;
      break;
    case 'work-package-added':
    case 'work-package-amended':
      givePackage(openPackages, fact.payload['workPackage'] as Readonly<Record<string, unknown>> | undefined);
      break;
    case 'work-package-completed':
      delete openPackages[text(fact, 'packageId')];
      break;
    case 'assignment-reassigned':
    case 'assignment-succeeded':
      for (const [id, unitId] of Object.entries(openPackages)) {
        if (unitId === text(fact, 'fromUnitId')) openPackages[id] = text(fact, 'unitId');
      }
      break;
    default:
      break;
  }
}

/** Packages of a task force formed before they were kept have no id, and nothing is done to them. */
function givePackage(
  open: Record<string, string>,
  held: Readonly<Record<string, unknown>> | undefined,
): void {
  const { packageId, unitId } = held ?? {};
  if (typeof packageId === 'string' && packageId !== '' && typeof unitId === 'string')
    open[packageId] = unitId;
}
