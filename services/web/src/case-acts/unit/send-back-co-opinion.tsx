import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';
import { OpinionText } from './opinion-text.tsx';

/** A weak co-opinion goes back once, with days to redo it (CQ20). */
function SendBackForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer<Schemas['SendBackCoOpinionInput']>
      name={sendBackCoOpinion.name}
      hint="每份协办意见只能退回一次；退回后对方有几个工作日重报。"
      caseId={target.caseId}
      keptAs={keptAs(sendBackCoOpinion.act, target)}
      onClose={onClose}
      fields={() => (
        <>
          <OpinionText target={target} />
          <TextField name="reason" label="退回理由" max={1000} rows={3} />
        </>
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/co-opinions/{id}:send-back', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

export const sendBackCoOpinion: CaseAct = {
  act: 'sendBackCoOpinion',
  name: '退回协办意见',
  Form: SendBackForm,
};
