import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { PackageField } from '../../act/desk-forms/package-field.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useHandling } from '../../api/use-handling.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** The unit says that a work package of its own is done, and by what that shows. */
function CompleteForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const handling = useHandling(target.caseId);
  const unitId = target.me.unit?.unitId;
  return (
    <>
      <WithLoaded name={completeWorkPackage.name} query={handling} what="工作包" onClose={onClose}>
        {({ taskForce }) => (
          <ActDrawer<{ packageId: string; summary: string }>
            name={completeWorkPackage.name}
            caseId={target.caseId}
            keptAs={keptAs(completeWorkPackage.act, { ...target, targetId: target.caseId })}
            onClose={onClose}
            fields={() => (
              <>
                <PackageField
                  packages={(taskForce?.workPackages ?? []).filter((held) => held.unitId === unitId)}
                />
                <TextField
                  name="summary"
                  label="完成情况"
                  max={2_000}
                  rows={4}
                  placeholder="做了什么、有什么材料可以证明"
                />
              </>
            )}
            send={async ({ packageId, summary }, header) => {
              const params = { path: { id: packageId }, header };
              return dataOf(
                await api.POST('/api/v1/work-packages/{id}:complete', { params, body: { summary } }),
              );
            }}
          />
        )}
      </WithLoaded>
    </>
  );
}

export const completeWorkPackage: CaseAct = {
  act: 'completeWorkPackage',
  name: '报工作包完成',
  asksTarget: true,
  Form: CompleteForm,
};
