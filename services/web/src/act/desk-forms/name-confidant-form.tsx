import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { useAssignment } from '../../api/use-assignment.ts';
import { useUnits } from '../../api/use-units.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { TextField } from '../text-field.tsx';
import { UnitPersonField } from '../unit-person-field.tsx';
import { WithLoaded } from '../with-loaded.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

interface Naming {
  readonly personId: string;
  readonly reason?: string;
}

/** 指定保密知情人: the one person of the unit who may know a confidential author (SD11). */
function NameConfidantForm(props: DeskFormProps): ReactElement {
  const share = useAssignment(props.targetId);
  const units = useUnits();
  return (
    <>
      <WithLoaded name={nameConfidant.name} query={share} what="承办单位" onClose={props.onClose}>
        {({ assignment: { unitId } }) => (
          <ActDrawer<Naming>
            {...props}
            name={nameConfidant.name}
            hint={`代表要求保密。${units.get(unitId) ?? '承办单位'}只有这一个人能看到代表是谁；另指定他人时，原来的人不再看到。`}
            fields={() => (
              <>
                <UnitPersonField name="personId" label="知情人" unitId={unitId} />
                <TextField name="reason" label="更换的理由" max={1_000} rows={2} optional />
              </>
            )}
            send={async ({ personId, reason = '' }, header) => {
              const params = { path: { id: props.targetId }, header };
              const body = { personId, reason };
              return dataOf(await api.POST('/api/v1/assignments/{id}:name-confidant', { params, body }));
            }}
          />
        )}
      </WithLoaded>
    </>
  );
}

export const nameConfidant: DeskForm = {
  act: 'nameConfidant',
  name: '指定保密知情人',
  Form: NameConfidantForm,
};
