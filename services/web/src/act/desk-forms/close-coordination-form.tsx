import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { useHandling } from '../../api/use-handling.ts';
import { useUnits } from '../../api/use-units.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { TextField } from '../text-field.tsx';
import { WithLoaded } from '../with-loaded.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';
import { UnitField } from './unit-field.tsx';

/** 协调结果: the office's decision and the one unit that is responsible from now on. */
function CloseCoordinationForm(props: DeskFormProps): ReactElement {
  const handling = useHandling(props.caseId);
  const units = useUnits();
  return (
    <>
      <WithLoaded name={closeCoordination.name} query={handling} what="协调" onClose={props.onClose}>
        {({ coordination }) => (
          <ActDrawer<{ decision: string; responsibleUnitId: string }>
            {...props}
            name={closeCoordination.name}
            hint={
              <span className="prewrap">
                {units.get(coordination?.requestedByUnitId ?? '') ?? ''}提请协调：{coordination?.grounds}
              </span>
            }
            fields={() => (
              <>
                <TextField name="decision" label="协调结果" max={2_000} rows={4} />
                <UnitField name="responsibleUnitId" label="由哪个单位负责" />
              </>
            )}
            send={async (body, header) => {
              const params = { path: { id: props.targetId }, header };
              return dataOf(await api.POST('/api/v1/coordinations/{id}:close', { params, body }));
            }}
          />
        )}
      </WithLoaded>
    </>
  );
}

export const closeCoordination: DeskForm = {
  act: 'closeCoordination',
  name: '记录协调结果',
  Form: CloseCoordinationForm,
};
