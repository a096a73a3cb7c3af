import type { ReactNode } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useAssignment, type AssignmentFile } from '../../api/use-assignment.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';
import { PlanFields, type PlanInput } from './plan-fields.tsx';

type Amendment = PlanInput & { readonly reason: string };

/** 改方案: a new version with its reason; the earlier ones stay on record. */
function AmendPlanForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactNode {
  const share = useAssignment(target.targetId);
  return (
    <WithLoaded name={amendPlan.name} query={share} what="办理方案" onClose={onClose}>
      {(file) => (
        <ActDrawer<Amendment>
          name={amendPlan.name}
          hint="改动另存为新的一版，旧版保留可查。"
          caseId={target.caseId}
          keptAs={keptAs(amendPlan.act, target)}
          initial={latestPlan(file)}
          onClose={onClose}
          fields={(form) => (
            <>
              <PlanFields form={form} isKey={file.assignment.isKey} today={target.today} />
              <TextField name="reason" label="修订理由" max={1000} rows={2} />
            </>
          )}
          send={async ({ reason, ...plan }, header) =>
            dataOf(
              await api.POST('/api/v1/assignments/{id}/plan:amend', {
                params: { path: { id: target.targetId }, header },
                body: { plan, reason },
              }),
            )
          }
        />
      )}
    </WithLoaded>
  );
}

function latestPlan({ plans }: AssignmentFile): Partial<PlanInput> {
  const latest = plans.toSorted((a, b) => b.planVersion - a.planVersion)[0];
  if (latest === undefined) return {};
  const { leaderName, leaderPost, leaderRank, solution, milestones, deadline } = latest;
  return {
    leaderName,
    leaderPost,
    leaderRank: leaderRank as PlanInput['leaderRank'],
    solution,
    milestones,
    deadline,
  };
}

export const amendPlan: CaseAct = { act: 'amendPlan', name: '改方案', Form: AmendPlanForm };
