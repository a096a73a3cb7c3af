import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf } from '../../api/client.ts';
import { SIGNER_ROLES } from '../../session/deputy-role.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';
import { Rectified } from './rectified.tsx';
import { useEvaluations } from './use-evaluations.ts';

interface Reason {
  readonly explanation: string;
}

/** 整改不通过: back to the unit, with what is still missing. */
function RejectForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const evaluations = useEvaluations(target.caseId);
  return (
    <WithLoaded name={rejectRectification.name} query={evaluations} what="整改报告" onClose={onClose}>
      {({ rectifications }) => (
        <ActDrawer<Reason>
          name={rejectRectification.name}
          hint="单位会继续整改，改好再请您验收。"
          caseId={target.caseId}
          keptAs={keptAs(rejectRectification.act, target)}
          onClose={onClose}
          fields={() => (
            <>
              <Rectified
                rectification={rectifications.find(
                  ({ rectificationId }) => rectificationId === target.targetId,
                )}
                today={target.today}
              />
              <TextField name="explanation" label="还差什么" max={5_000} rows={3} />
            </>
          )}
          send={async ({ explanation }, header) =>
            dataOf(
              await api.POST('/api/v1/rectifications/{id}:reject', {
                params: { path: { id: target.targetId }, header },
                body: { explanation },
              }),
            )
          }
        />
      )}
    </WithLoaded>
  );
}

export const rejectRectification: CaseAct = {
  act: 'rejectRectification',
  name: '整改不通过',
  roles: SIGNER_ROLES,
  Form: RejectForm,
};
