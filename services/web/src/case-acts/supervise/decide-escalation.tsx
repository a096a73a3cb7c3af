import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { ShareField } from '../../act/desk-forms/share-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useHandling } from '../../api/use-handling.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

const DECISIONS: readonly {
  readonly value: Schemas['DecideEscalationInput']['decision'];
  readonly label: string;
}[] = [
  { value: 'superior-body', label: '报请上级机关协调' },
  { value: 'inquiry', label: '列入专题询问' },
  { value: 'close-unsatisfied', label: '说明情况后办结，仍计为不满意' },
];

/** 主任会议 on the third 不满意: three ways out, each recorded (decisions 9). */
function DecideEscalationForm(props: {
  readonly target: ActTarget;
  readonly onClose: () => void;
}): ReactElement {
  const { target, onClose } = props;
  const handling = useHandling(target.caseId);
  return (
    <>
      <WithLoaded name={decideEscalation.name} query={handling} what="承办单位" onClose={onClose}>
        {(found) => (
          <ActDrawer<Schemas['DecideEscalationInput']>
            name={decideEscalation.name}
            hint="第三次不满意，由主任会议决定怎么办。无论哪种，统计中都如实计入。"
            caseId={target.caseId}
            keptAs={keptAs(decideEscalation.act, target)}
            onClose={onClose}
            initial={target.assignmentId === '' ? {} : { assignmentId: target.assignmentId }}
            fields={() => (
              <>
                <ShareField handling={found} />
                <ChoiceField name="decision" label="决定" options={DECISIONS} />
                <TextField name="decisionNumber" label="主任会议决定文号" max={100} />
                <TextField name="explanation" label="向代表说明的理由" max={5_000} rows={4} />
              </>
            )}
            send={async (body, header) => {
              const params = { path: { id: target.caseId }, header };
              return dataOf(await api.POST('/api/v1/suggestions/{id}:decide-escalation', { params, body }));
            }}
          />
        )}
      </WithLoaded>
    </>
  );
}

export const decideEscalation: CaseAct = {
  act: 'decideEscalation',
  name: '记录主任会议决定',
  Form: DecideEscalationForm,
};
