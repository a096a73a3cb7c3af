import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useMeeting } from '../../api/use-meeting.ts';
import { SIGNER_ROLES } from '../../session/deputy-role.ts';
import { keptAs, type MeetingAct, type MeetingTarget } from '../case-act.ts';
import { InvitedTo } from './invited-to.tsx';

interface Arrival {
  readonly code: string;
}

/** Eight digits, as shown in two groups or as typed in one. */
const CODE = /^\d{4} ?\d{4}$/;

/** 签到: the deputy is there, and has read the code that is shown there. */
function CheckInForm({ target, onClose }: { target: MeetingTarget; onClose: () => void }): ReactElement {
  const meeting = useMeeting(target.targetId);
  return (
    <WithLoaded name={checkIn.name} query={meeting} what="见面安排" onClose={onClose}>
      {(found) => (
        <ActDrawer<Arrival>
          name={checkIn.name}
          hint="到了再签，签到码在会场由召集人出示。"
          caseId={target.caseId}
          keptAs={keptAs(checkIn.act, target)}
          onClose={onClose}
          fields={() => (
            <>
              <InvitedTo meeting={found} today={target.today} />
              <Form.Item
                name="code"
                label="签到码"
                rules={[{ required: true, pattern: CODE, message: '请填写会场显示的八位数字' }]}
              >
                <Input className="check-in-input" inputMode="numeric" autoComplete="off" maxLength={9} />
              </Form.Item>
            </>
          )}
          send={async ({ code }, header) =>
            dataOf(
              await api.POST('/api/v1/meetings/{id}:check-in', {
                params: { path: { id: target.targetId }, header },
                body: { code },
              }),
            )
          }
        />
      )}
    </WithLoaded>
  );
}

export const checkIn: MeetingAct = { act: 'checkIn', name: '签到', roles: SIGNER_ROLES, Form: CheckInForm };
