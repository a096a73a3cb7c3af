import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { TextField } from '../text-field.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';
import { UnitField } from './unit-field.tsx';

/** 改办: the share goes to another unit; the law's clock goes on from the first 交办. */
function ReassignForm(props: DeskFormProps): ReactElement {
  return (
    <ActDrawer<{ unitId: string; reason: string }>
      {...props}
      name={reassign.name}
      hint="改由另一单位办理。法定期限仍从首次交办之日起算。"
      fields={() => (
        <>
          <UnitField name="unitId" label="改由哪个单位" />
          <TextField name="reason" label="理由" max={1_000} rows={3} />
        </>
      )}
      send={async (body, header) => {
        const params = { path: { id: props.targetId }, header };
        return dataOf(await api.POST('/api/v1/assignments/{id}:reassign', { params, body }));
      }}
    />
  );
}

export const reassign: DeskForm = { act: 'reassignShare', name: '改办', Form: ReassignForm };
