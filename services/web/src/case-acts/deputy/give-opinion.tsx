import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { api, dataOf } from '../../api/client.ts';
import { SIGNER_ROLES } from '../../session/deputy-role.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';
import { Replied } from './replied.tsx';
import { SATISFACTIONS, type Satisfaction } from './satisfactions.ts';

interface Opinion {
  readonly satisfaction: Satisfaction;
}

/** 联名代表的意见: to the lead, whose evaluation counts. */
function GiveOpinionForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const { assignmentId } = target;
  return (
    <ActDrawer<Opinion>
      name={giveOpinion.name}
      hint="交给领衔代表参考，正式评价由领衔代表作出。"
      caseId={target.caseId}
      keptAs={`${keptAs(giveOpinion.act, target)}.${assignmentId}`}
      onClose={onClose}
      fields={() => (
        <>
          <Replied target={target} />
          <ChoiceField name="satisfaction" label="您的意见" options={SATISFACTIONS} />
        </>
      )}
      send={async ({ satisfaction }, header) =>
        dataOf(
          await api.POST('/api/v1/suggestions/{id}/evaluations:give-opinion', {
            params: { path: { id: target.targetId }, header },
            body: { assignmentId, satisfaction },
          }),
        )
      }
    />
  );
}

export const giveOpinion: CaseAct = {
  act: 'giveCosignerOpinion',
  isPerShare: true,
  name: '提联名意见',
  roles: SIGNER_ROLES,
  Form: GiveOpinionForm,
};
