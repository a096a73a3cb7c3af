import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { api, dataOf } from '../../api/client.ts';
import { SIGNER_ROLES } from '../../session/deputy-role.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 不作为建议处理: the deputy has read why. */
function ConfirmNoticeForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer
      name={confirmDeclineNotice.name}
      hint="理由见“事实经过”。确认只表示看过，不表示同意。"
      caseId={target.caseId}
      keptAs={keptAs(confirmDeclineNotice.act, target)}
      onClose={onClose}
      send={async (_nothing, header) =>
        dataOf(
          await api.POST('/api/v1/suggestions/{id}:confirm-notice', {
            params: { path: { id: target.targetId }, header },
            body: { toldHow: '' },
          }),
        )
      }
    />
  );
}

export const confirmDeclineNotice: CaseAct = {
  act: 'confirmDeclineNotice',
  name: '告知已看过',
  roles: SIGNER_ROLES,
  Form: ConfirmNoticeForm,
};
