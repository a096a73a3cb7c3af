import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { api, dataOf } from '../../api/client.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';
import { PlanFields, type PlanInput } from './plan-fields.tsx';

/** 报方案 (T13): after both sides confirmed; filing it is taking the share on. */
function FilePlanForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer<PlanInput>
      name={filePlan.name}
      hint="方案报出即进入办理，不能再申退。"
      caseId={target.caseId}
      keptAs={keptAs(filePlan.act, target)}
      initial={{ leaderRank: 'unit-head', milestones: [] }}
      onClose={onClose}
      fields={(form) => (
        <PlanFields form={form} isKey={target.file.summary?.isKey === true} today={target.today} />
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/assignments/{id}/plan', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

export const filePlan: CaseAct = { act: 'filePlan', name: '报方案', Form: FilePlanForm };
