import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 协办意见 (T15) with its own clock; a weak one comes back once. */
function GiveCoOpinionForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer<Schemas['GiveCoOpinionInput']>
      name={giveCoOpinion.name}
      hint="写明本单位承担什么、何时做到、需要什么；主办单位采纳后在答复中载明。"
      caseId={target.caseId}
      keptAs={keptAs(giveCoOpinion.act, target)}
      onClose={onClose}
      fields={() => <TextField name="opinion" label="协办意见" max={10_000} rows={6} />}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/assignments/{id}/co-opinions', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

export const giveCoOpinion: CaseAct = { act: 'giveCoOpinion', name: '提协办意见', Form: GiveCoOpinionForm };
