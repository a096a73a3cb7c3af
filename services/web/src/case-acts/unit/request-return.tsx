import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { UnitField } from '../../act/desk-forms/unit-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 申退 (T11), signed by the head: why, by which duty, and whose it is instead. The unit stays accountable until it is decided. */
function RequestReturnForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer<Schemas['RequestReturnInput']>
      name={requestReturn.name}
      hint="由单位主要负责人签字提出。决定以前，这件仍由本单位负责。退回次数用完的，转为协调。"
      caseId={target.caseId}
      keptAs={keptAs(requestReturn.act, target)}
      onClose={onClose}
      fields={() => (
        <>
          <TextField name="grounds" label="申退理由" max={2000} rows={3} />
          <TextField
            name="legalBasis"
            label="职责依据"
            max={2000}
            rows={2}
            extra="三定规定、权责清单或法律条文，写明条款"
          />
          <UnitField name="proposedUnitId" label="建议改由哪个单位办" except={target.me.unit?.unitId} />
        </>
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/assignments/{id}:request-return', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

export const requestReturn: CaseAct = { act: 'requestReturn', name: '申退', Form: RequestReturnForm };
