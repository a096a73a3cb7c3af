import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { api, dataOf } from '../../api/client.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';
import { OpinionText } from './opinion-text.tsx';

/** The lead accepts a co-opinion; from then on the reply must state it (SD21). */
function AcceptForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer
      name={acceptCoOpinion.name}
      hint="采纳以后，答复必须载明这份意见。"
      caseId={target.caseId}
      keptAs={keptAs(acceptCoOpinion.act, target)}
      onClose={onClose}
      fields={() => <OpinionText target={target} />}
      send={async (_nothing, header) =>
        dataOf(
          await api.POST('/api/v1/co-opinions/{id}:accept', {
            params: { path: { id: target.targetId }, header },
          }),
        )
      }
    />
  );
}

export const acceptCoOpinion: CaseAct = { act: 'acceptCoOpinion', name: '采纳协办意见', Form: AcceptForm };
