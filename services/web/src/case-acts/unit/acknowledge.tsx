import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { api, dataOf } from '../../api/client.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 签收: receipt, not acceptance; a return is possible for some days afterwards (decisions 4). */
function AcknowledgeForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer
      name={acknowledge.name}
      hint="签收只表示收到。不属于本单位职责的，签收后仍可在期限内申退。"
      caseId={target.caseId}
      keptAs={keptAs(acknowledge.act, target)}
      onClose={onClose}
      send={async (_nothing, header) =>
        dataOf(
          await api.POST('/api/v1/assignments/{id}:acknowledge', {
            params: { path: { id: target.targetId }, header },
          }),
        )
      }
    />
  );
}

export const acknowledge: CaseAct = { act: 'acknowledgeAssignment', name: '签收', Form: AcknowledgeForm };
