import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import type { ActTarget, CaseAct } from '../case-act.ts';
import { OpinionDrawer } from './opinion-drawer.tsx';

/** 协办意见 (T15) with its own clock, signed by the unit's head; a weak one comes back once. */
function GiveCoOpinionForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <OpinionDrawer
      act={giveCoOpinion}
      hint="以本单位名义签发，签发人记入协办意见函；主办单位采纳后在答复中载明。"
      isSigned
      target={target}
      onClose={onClose}
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

export const giveCoOpinion: CaseAct = { act: 'giveCoOpinion', name: '签发协办意见', Form: GiveCoOpinionForm };
