import { Checkbox, Form } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { DayField } from '../../act/day-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useNames } from '../../api/use-names.ts';
import { choices } from '../../design/words.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 沟通记录 (代表法 51): each round must hear the deputy again before it replies. */
function RecordContactForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const { leadDeputyId, cosignerIds } = target.file;
  const deputies = [leadDeputyId, ...cosignerIds].filter((id) => id !== '');
  const names = useNames(deputies);
  return (
    <ActDrawer<Schemas['RecordContactInput']>
      name={recordContact.name}
      hint="每一轮办理都要在答复前和代表沟通，先当面谈；约了没有谈成的，也记在这里。"
      caseId={target.caseId}
      keptAs={keptAs(recordContact.act, target)}
      initial={{ form: 'visit', outcome: 'talked', onDate: target.today, deputyIds: deputies.slice(0, 1) }}
      onClose={onClose}
      fields={() => (
        <>
          <ChoiceField name="form" label="方式" options={choices('contactForm')} />
          <FaceToFaceOutcome />
          <DayField name="onDate" label="日期" until={target.today} />
          {deputies.length > 0 && (
            <Form.Item name="deputyIds" label="和哪位代表">
              <Checkbox.Group
                options={deputies.map((value) => ({ value, label: names.get(value) ?? '代表' }))}
              />
            </Form.Item>
          )}
          <Summary />
        </>
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/assignments/{id}/contacts', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

/** A face-to-face talk may have been tried in vain; other forms are told when they have happened. */
function FaceToFaceOutcome(): ReactElement | null {
  const form = Form.useWatch<string | undefined>('form');
  if (form !== 'visit' && form !== 'seminar') return null;
  return <ChoiceField name="outcome" label="结果" options={choices('contactOutcome')} />;
}

function Summary(): ReactElement {
  const outcome = Form.useWatch<string | undefined>('outcome') ?? 'talked';
  return outcome === 'talked' ? (
    <TextField name="summary" label="沟通内容" max={2000} rows={3} />
  ) : (
    <TextField name="summary" label="没有当面谈成的原因" max={2000} rows={3} />
  );
}

export const recordContact: CaseAct = { act: 'recordContact', name: '记沟通', Form: RecordContactForm };
