import { Form } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { dayText } from '../../design/days.ts';
import { SIGNER_ROLES } from '../../session/deputy-role.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

interface Answer {
  readonly verdict: 'agrees' | 'denies';
  readonly opinion?: string;
}

/** 签署当面答复记录: what the unit wrote, the deputy's opinion of it, and whether it happened so (SD22). */
function AnswerFaceToFaceForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const record = target.file.replies
    .find(({ replyId }) => replyId === target.targetId)
    ?.faceToFace.find(({ deputyId, state }) => deputyId === target.me.personId && state === 'waiting');
  const recordId = record?.recordId ?? '';
  return (
    <ActDrawer<Answer>
      name={answerFaceToFace.name}
      hint="签署后才算答复送达。与实际不符的不要签，写明哪里不符，代表工委会看到。"
      caseId={target.caseId}
      keptAs={`${keptAs(answerFaceToFace.act, target)}.${recordId}`}
      onClose={onClose}
      fields={() => (
        <>
          {record !== undefined && <Told record={record} today={target.today} />}
          <ChoiceField name="verdict" label="记录是否属实" options={VERDICTS} />
          <Opinion />
        </>
      )}
      send={async ({ verdict, opinion = '' }, header) =>
        dataOf(
          await api.POST('/api/v1/replies/{id}:answer-face-to-face', {
            params: { path: { id: target.targetId }, header },
            body: { recordId, agrees: verdict === 'agrees', opinion },
          }),
        )
      }
    />
  );
}

function Told(props: { readonly record: Schemas['FaceToFaceRecord']; readonly today: string }): ReactElement {
  const { onDate, place, attendees, content } = props.record;
  return (
    <div className="quoted">
      <p className="quiet">
        当面答复 · {dayText(onDate, props.today)} · {place}
      </p>
      <p>参加人员：{attendees}</p>
      <p className="prewrap">{content}</p>
    </div>
  );
}

/** What is wrong has to be said; an opinion beside the signature may be. */
function Opinion(): ReactElement {
  const verdict = Form.useWatch<string | undefined>('verdict');
  return verdict === 'denies' ? (
    <TextField name="opinion" label="哪里与实际不符" max={2000} rows={3} />
  ) : (
    <TextField name="opinion" label="代表意见" max={2000} rows={3} optional />
  );
}

const VERDICTS = [
  { value: 'agrees', label: '属实，签署' },
  { value: 'denies', label: '与实际不符' },
];

export const answerFaceToFace: CaseAct = {
  act: 'answerFaceToFace',
  name: '签署当面答复记录',
  roles: SIGNER_ROLES,
  Form: AnswerFaceToFaceForm,
};
