import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { api, dataOf } from '../../api/client.ts';
import { DEPUTY_ROLE } from '../../session/deputy-role.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 接任领衔: the lead deputy has left office; whoever signed too may lead on. */
function TakeLeadForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer
      name={takeLead.name}
      hint="原领衔代表的代表资格已终止。您接任后，双确认、回头看和评价都由您作出；他已作的评价不变，答复也照样送他。"
      caseId={target.caseId}
      keptAs={keptAs(takeLead.act, target)}
      onClose={onClose}
      send={async (_nothing, header) =>
        dataOf(
          await api.POST('/api/v1/suggestions/{id}:take-lead', {
            params: { path: { id: target.targetId }, header },
            body: { reason: '' },
          }),
        )
      }
    />
  );
}

export const takeLead: CaseAct = {
  act: 'takeLead',
  name: '接任领衔',
  roles: DEPUTY_ROLE,
  Form: TakeLeadForm,
};
