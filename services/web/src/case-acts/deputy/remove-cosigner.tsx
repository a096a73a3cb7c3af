import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useNames } from '../../api/use-names.ts';
import { DEPUTY_ROLE } from '../../session/deputy-role.ts';
import { useSuggestion, type Suggestion } from '../../write/use-suggestion.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

interface FormProps {
  readonly target: ActTarget;
  readonly onClose: () => void;
}

/** 取消联名邀请: the lead takes an invitation back, answered or not. */
function RemoveCosignerForm({ target, onClose }: FormProps): ReactElement {
  const suggestion = useSuggestion(target.caseId);
  return (
    <>
      <WithLoaded name={removeCosigner.name} query={suggestion} what="联名代表" onClose={onClose}>
        {({ cosigners }) => <Choice target={target} onClose={onClose} cosigners={cosigners} />}
      </WithLoaded>
    </>
  );
}

function Choice(props: FormProps & { readonly cosigners: Suggestion['cosigners'] }): ReactElement {
  const { target, onClose, cosigners } = props;
  const names = useNames(cosigners.map(({ deputyId }) => deputyId));
  const options = cosigners.map(({ deputyId: value, answer }) => ({
    value,
    label: `${names.get(value) ?? '代表'}${answer === 'confirmed' ? '（已确认）' : ''}`,
  }));
  return (
    <ActDrawer<{ readonly deputyId: string }>
      name={removeCosigner.name}
      hint="取消后这位代表不再联名，可以再次邀请。"
      caseId={target.caseId}
      keptAs={keptAs(removeCosigner.act, target)}
      onClose={onClose}
      fields={() => <ChoiceField name="deputyId" label="取消对谁的邀请" options={options} />}
      send={async ({ deputyId }) =>
        dataOf(
          await api.DELETE('/api/v1/suggestions/{id}/cosigners/{deputyId}', {
            params: { path: { id: target.targetId, deputyId }, header: { 'if-match': '*' } },
          }),
        )
      }
    />
  );
}

export const removeCosigner: CaseAct = {
  act: 'removeCosigner',
  name: '取消联名邀请',
  roles: DEPUTY_ROLE,
  isRare: true,
  Form: RemoveCosignerForm,
};
