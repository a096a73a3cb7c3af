import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf } from '../../api/client.ts';
import { SIGNER_ROLES } from '../../session/deputy-role.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

interface Withdrawal {
  readonly reason?: string;
}

/** 撤回: signed by the lead and by every co-signer; after 交办 the handling side decides. */
function WithdrawForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const others = target.file.cosignerIds.length;
  const who = others === 0 ? '您签署后即撤回' : `领衔和 ${others} 位联名代表都签署后才撤回`;
  return (
    <ActDrawer<Withdrawal>
      name={withdraw.name}
      hint={`${who}，已交办的由办理方决定。撤回后不能恢复，可以另写一件。`}
      caseId={target.caseId}
      keptAs={keptAs(withdraw.act, target)}
      onClose={onClose}
      fields={() => <TextField name="reason" label="撤回的原因" max={500} rows={3} optional />}
      send={async ({ reason = '' }, header) =>
        dataOf(
          await api.POST('/api/v1/suggestions/{id}:withdraw', {
            params: { path: { id: target.targetId }, header },
            body: { reason },
          }),
        )
      }
    />
  );
}

export const withdraw: CaseAct = {
  act: 'withdrawSuggestion',
  name: '撤回',
  roles: SIGNER_ROLES,
  isRare: true,
  Form: WithdrawForm,
};
