import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf } from '../../api/client.ts';
import { SIGNER_ROLES } from '../../session/deputy-role.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';
import { Rectified } from './rectified.tsx';
import { useEvaluations } from './use-evaluations.ts';

/** 整改通过: what was missing is there now. */
function AcceptForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const evaluations = useEvaluations(target.caseId);
  return (
    <WithLoaded name={acceptRectification.name} query={evaluations} what="整改报告" onClose={onClose}>
      {({ rectifications }) => (
        <ActDrawer
          name={acceptRectification.name}
          caseId={target.caseId}
          keptAs={keptAs(acceptRectification.act, target)}
          onClose={onClose}
          fields={() => (
            <Rectified
              rectification={rectifications.find(
                ({ rectificationId }) => rectificationId === target.targetId,
              )}
              today={target.today}
            />
          )}
          send={async (_nothing, header) =>
            dataOf(
              await api.POST('/api/v1/rectifications/{id}:accept', {
                params: { path: { id: target.targetId }, header },
              }),
            )
          }
        />
      )}
    </WithLoaded>
  );
}

export const acceptRectification: CaseAct = {
  act: 'acceptRectification',
  name: '整改通过',
  roles: SIGNER_ROLES,
  Form: AcceptForm,
};
