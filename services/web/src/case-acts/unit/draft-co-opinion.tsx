import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import type { ActTarget, CaseAct } from '../case-act.ts';
import { OpinionDrawer } from './opinion-drawer.tsx';

/** The unit prepares the co-opinion; only its head can give it. */
function DraftCoOpinionForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <OpinionDrawer
      act={draftCoOpinion}
      hint="写明本单位承担什么、何时做到、需要什么；存好后由单位负责人签发。"
      isSigned={false}
      target={target}
      onClose={onClose}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/assignments/{id}/co-opinions:draft', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

export const draftCoOpinion: CaseAct = {
  act: 'draftCoOpinion',
  name: '起草协办意见',
  Form: DraftCoOpinionForm,
};
