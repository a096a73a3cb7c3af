import { Checkbox, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useNames } from '../../api/use-names.ts';
import { word } from '../../design/words.ts';
import { UNIT_ROLES } from '../../session/unit-roles.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

interface Invitation {
  readonly kind: 'dual-confirmation' | 'on-site';
  /** As the device's own field has it, in Shanghai: 2026-01-14T09:30. */
  readonly startsAt: string;
  readonly place: string;
  readonly deputyIds: readonly string[];
}

/** 约见面: the first meeting before handling, the second on site. The lead deputy always belongs to it. */
function ScheduleMeetingForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const { leadDeputyId, cosignerIds, shares } = target.file;
  const deputies = [leadDeputyId, ...cosignerIds].filter((id) => id !== '');
  const names = useNames(deputies);
  const share = shares.find(({ assignmentId }) => assignmentId === target.targetId);
  return (
    <ActDrawer<Invitation>
      name={scheduleMeeting.name}
      hint="领衔代表会收到邀请；联名代表可以一起请。"
      caseId={target.caseId}
      keptAs={keptAs(scheduleMeeting.act, target)}
      initial={{
        kind: share?.dualConfirmed === true ? 'on-site' : 'dual-confirmation',
        deputyIds: deputies.slice(0, 1),
        startsAt: `${target.today}T15:00`,
      }}
      onClose={onClose}
      fields={() => (
        <>
          <ChoiceField
            name="kind"
            label="哪一次见面"
            options={KINDS.map((value) => ({ value, label: word('meeting', value) }))}
          />
          <Form.Item name="startsAt" label="时间" rules={[{ required: true, message: '请选择时间' }]}>
            <Input type="datetime-local" min={`${target.today}T00:00`} />
          </Form.Item>
          <TextField name="place" label="地点" max={200} />
          {deputies.length > 0 && (
            <Form.Item name="deputyIds" label="请哪些代表">
              <Checkbox.Group
                options={deputies.map((value) => ({
                  value,
                  label: names.get(value) ?? '代表',
                  disabled: value === leadDeputyId,
                }))}
              />
            </Form.Item>
          )}
        </>
      )}
      send={async ({ kind, startsAt, place, deputyIds }, header) =>
        dataOf(
          await api.POST('/api/v1/meetings', {
            params: { header },
            body: {
              kind,
              suggestionId: target.caseId,
              assignmentId: target.targetId,
              startsAt: `${startsAt}:00+08:00`,
              place,
              participantIds: [...(deputyIds ?? []), target.me.personId],
            },
          }),
        )
      }
    />
  );
}

const KINDS = ['dual-confirmation', 'on-site'] as const;

export const scheduleMeeting: CaseAct = {
  act: 'scheduleMeeting',
  name: '约见面',
  roles: UNIT_ROLES,
  Form: ScheduleMeetingForm,
};
