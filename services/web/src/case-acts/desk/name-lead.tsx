import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useNames } from '../../api/use-names.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

interface NamedLead {
  readonly deputyId: string;
  readonly reason: string;
}

/** 确定接任领衔: the lead deputy has left office, and a co-signer agreed to lead on. */
function NameLeadForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const { cosignerIds } = target.file;
  const names = useNames(cosignerIds);
  const options = cosignerIds.map((value) => ({ value, label: names.get(value) ?? '代表' }));
  return (
    <ActDrawer<NamedLead>
      name={nameLead.name}
      hint="领衔代表的代表资格已终止。接任的联名代表须在任并已同意；原领衔代表照样收到答复。"
      caseId={target.caseId}
      keptAs={keptAs(nameLead.act, target)}
      onClose={onClose}
      fields={() => (
        <>
          <ChoiceField name="deputyId" label="由哪位联名代表接任" options={options} />
          <TextField name="reason" label="代表何时、如何同意" max={500} rows={3} />
        </>
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/suggestions/{id}:take-lead', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

export const nameLead: CaseAct = {
  act: 'takeLead',
  name: '确定接任领衔',
  roles: ['congress-desk'],
  Form: NameLeadForm,
};
