import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { DayField } from '../../act/day-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 情况变化 (T32): what the reply says is no longer so. By the unit, or by 代表工委 for it. */
function RecordSituationChangeForm({
  target,
  onClose,
}: {
  target: ActTarget;
  onClose: () => void;
}): ReactElement {
  return (
    <ActDrawer<Schemas['RecordSituationChangeInput']>
      name={recordSituationChange.name}
      hint="答复送达后情况有变化的，登记在这里。补充答复的期限从变化之日起算。"
      caseId={target.caseId}
      keptAs={keptAs(recordSituationChange.act, target)}
      initial={{ changedOn: target.today }}
      onClose={onClose}
      fields={() => (
        <>
          <DayField name="changedOn" label="变化日期" until={target.today} />
          <TextField name="what" label="什么情况变了" max={2000} rows={3} />
        </>
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/assignments/{id}/situation-changes', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

export const recordSituationChange: CaseAct = {
  act: 'recordSituationChange',
  name: '情况变化',
  isRare: true,
  Form: RecordSituationChangeForm,
};
