import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf } from '../../api/client.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 申请协调 (SD21, T16): a handler who disagrees asks the deciding office; one at a time. */
function CoordinationForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer<{ readonly grounds: string }>
      name={requestCoordination.name}
      hint="由分管的办公室召集协调会并给出结果；协调期间责任不变。"
      caseId={target.caseId}
      keptAs={keptAs(requestCoordination.act, target)}
      onClose={onClose}
      fields={() => <TextField name="grounds" label="分歧事由" max={2000} rows={4} />}
      send={async ({ grounds }, header) =>
        dataOf(
          await api.POST('/api/v1/coordinations', {
            params: { header },
            body: { assignmentId: target.targetId, grounds },
          }),
        )
      }
    />
  );
}

export const requestCoordination: CaseAct = {
  act: 'requestCoordination',
  name: '申请协调',
  Form: CoordinationForm,
};
