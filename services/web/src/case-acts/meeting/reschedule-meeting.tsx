import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useMeeting } from '../../api/use-meeting.ts';
import { shanghaiInput } from '../../design/days.ts';
import { keptAs, type MeetingAct, type MeetingTarget } from '../case-act.ts';

interface OtherDate {
  /** As the device's own field has it, in Shanghai: 2026-01-14T09:30. */
  readonly startsAt: string;
  readonly place: string;
}

/** 改期: another time or place, which invites anew. */
function RescheduleForm({ target, onClose }: { target: MeetingTarget; onClose: () => void }): ReactElement {
  const meeting = useMeeting(target.targetId);
  return (
    <WithLoaded name={rescheduleMeeting.name} query={meeting} what="见面安排" onClose={onClose}>
      {({ startsAt, place }) => (
        <ActDrawer<OtherDate>
          name={rescheduleMeeting.name}
          hint="改时间或地点，算作又一次邀请，受邀的人会收到通知。"
          caseId={target.caseId}
          keptAs={keptAs(rescheduleMeeting.act, target)}
          initial={{ startsAt: shanghaiInput(startsAt), place }}
          onClose={onClose}
          fields={() => (
            <>
              <Form.Item name="startsAt" label="时间" rules={[{ required: true, message: '请选择时间' }]}>
                <Input type="datetime-local" min={`${target.today}T00:00`} />
              </Form.Item>
              <TextField name="place" label="地点" max={200} />
            </>
          )}
          send={async (values, header) =>
            dataOf(
              await api.POST('/api/v1/meetings/{id}:schedule', {
                params: { path: { id: target.targetId }, header },
                body: { startsAt: `${values.startsAt}:00+08:00`, place: values.place },
              }),
            )
          }
        />
      )}
    </WithLoaded>
  );
}

export const rescheduleMeeting: MeetingAct = {
  act: 'rescheduleMeeting',
  name: '改期',
  isRare: true,
  Form: RescheduleForm,
};
