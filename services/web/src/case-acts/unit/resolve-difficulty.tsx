import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

function ResolveDifficultyForm({
  target,
  onClose,
}: {
  target: ActTarget;
  onClose: () => void;
}): ReactElement {
  return (
    <ActDrawer<Schemas['ResolveDifficultyInput']>
      name={resolveDifficulty.name}
      caseId={target.caseId}
      keptAs={keptAs(resolveDifficulty.act, target)}
      onClose={onClose}
      fields={() => <TextField name="how" label="怎样解决的" max={2000} rows={3} />}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/assignments/{id}:resolve-difficulty', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

/** What was reported as a difficulty is one no longer. */
export const resolveDifficulty: CaseAct = {
  act: 'resolveDifficulty',
  name: '困难已解决',
  Form: ResolveDifficultyForm,
};
