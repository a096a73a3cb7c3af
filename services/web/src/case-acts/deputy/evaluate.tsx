import { Checkbox, Form, Radio } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useNames } from '../../api/use-names.ts';
import { word } from '../../design/words.ts';
import { SIGNER_ROLES } from '../../session/deputy-role.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';
import { Replied } from './replied.tsx';
import { CLASS_OPINIONS, SATISFACTIONS, type Satisfaction } from './satisfactions.ts';
import { useEvaluations } from './use-evaluations.ts';

type Evaluation = Schemas['CaseEvaluations']['evaluations'][number];

interface Opinion {
  readonly attitude: Satisfaction;
  readonly result: Satisfaction;
  readonly classOpinion?: 'agreed' | 'disagreed';
  readonly seenOnSite?: boolean;
  readonly reasons?: string;
}

/** 征询意见表: attitude and result apart, by the deputy alone. */
function EvaluateForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const evaluations = useEvaluations(target.caseId);
  return (
    <WithLoaded name={evaluate.name} query={evaluations} what="征询意见表" onClose={onClose}>
      {(found) => <OpinionForm asked={askedOf(found, target)} target={target} onClose={onClose} />}
    </WithLoaded>
  );
}

/** The latest round that this deputy is asked about, of the suggestion that the deputy signed. */
function askedOf({ evaluations }: Schemas['CaseEvaluations'], target: ActTarget): Evaluation | undefined {
  return evaluations
    .filter(
      ({ assignmentId, deputyId }) => assignmentId === target.assignmentId && deputyId === target.me.personId,
    )
    .toSorted((a, b) => b.round - a.round)[0];
}

interface OpinionFormProps {
  readonly asked: Evaluation | undefined;
  readonly target: ActTarget;
  readonly onClose: () => void;
}

function OpinionForm({ asked, target, onClose }: OpinionFormProps): ReactElement {
  const { assignmentId } = target;
  return (
    <ActDrawer<Opinion>
      name={evaluate.name}
      hint="只由您本人填，单位填不了，也不能先看到。不满意的，会安排重新办理。"
      caseId={target.caseId}
      keptAs={`${keptAs(evaluate.act, target)}.${assignmentId}`}
      onClose={onClose}
      fields={() => (
        <>
          <Replied target={target} />
          <CosignerOpinions asked={asked} />
          <OpinionFields />
        </>
      )}
      send={async (opinion, header) =>
        dataOf(
          await api.POST('/api/v1/suggestions/{id}/evaluations', {
            params: { path: { id: target.targetId }, header },
            body: {
              assignmentId,
              ...(asked === undefined
                ? {}
                : { round: asked.round, signedSuggestionId: asked.signedSuggestionId }),
              attitude: opinion.attitude,
              result: opinion.result,
              reasons: opinion.reasons ?? '',
              seenOnSite: opinion.seenOnSite ?? false,
              ...(opinion.classOpinion === undefined ? {} : { classOpinion: opinion.classOpinion }),
            },
          }),
        )
      }
    />
  );
}

function OpinionFields(): ReactElement {
  return (
    <>
      <ChoiceField name="attitude" label="对办理态度" options={SATISFACTIONS} />
      <ChoiceField name="result" label="对办理结果" options={SATISFACTIONS} />
      <Form.Item<Opinion> name="classOpinion" label="答复说的类别与实际（可不填）">
        <Radio.Group options={[...CLASS_OPINIONS]} />
      </Form.Item>
      <Form.Item<Opinion> name="seenOnSite" valuePropName="checked">
        <Checkbox>我到现场看过</Checkbox>
      </Form.Item>
      <Form.Item<Opinion> noStyle dependencies={['attitude', 'result']}>
        {({ getFieldValue }) => {
          const isRequired = [getFieldValue('attitude'), getFieldValue('result')].includes('dissatisfied');
          return (
            <TextField
              name="reasons"
              label={isRequired ? '不满意的理由' : '想说的话'}
              max={5_000}
              rows={3}
              optional={!isRequired}
            />
          );
        }}
      </Form.Item>
    </>
  );
}

/** 联名代表 say what they think to the lead, who decides. */
function CosignerOpinions({ asked }: { asked: Evaluation | undefined }): ReactElement | null {
  const opinions = asked?.cosignerOpinions ?? [];
  const names = useNames(opinions.map(({ deputyId }) => deputyId));
  if (opinions.length === 0) return null;
  const said = opinions.map(
    ({ deputyId, satisfaction }) => `${names.get(deputyId) ?? '代表'} ${word('satisfaction', satisfaction)}`,
  );
  return <p>联名代表的意见：{said.join('，')}</p>;
}

export const evaluate: CaseAct = {
  act: 'submitEvaluation',
  isPerShare: true,
  name: '填写征询意见表',
  roles: SIGNER_ROLES,
  Form: EvaluateForm,
};
