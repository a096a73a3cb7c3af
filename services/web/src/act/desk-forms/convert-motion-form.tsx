import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { DayField } from '../day-field.tsx';
import { TextField } from '../text-field.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

interface Converted {
  readonly motionNumber: string;
  readonly decisionNumber: string;
  readonly decidedOn: string;
}

/** 转建议: the presidium decides, the secretariat records its decision. */
function ConvertMotionForm(props: DeskFormProps): ReactElement {
  return (
    <ActDrawer<Converted>
      {...props}
      name={convertMotion.name}
      hint="议案转为建议由主席团决定，这里记载决定。"
      fields={() => (
        <>
          <TextField name="motionNumber" label="议案号" max={50} />
          <TextField name="decisionNumber" label="主席团决定文号" max={80} />
          <DayField name="decidedOn" label="决定日期" until={props.today} />
        </>
      )}
      send={async (body, header) => {
        const params = { path: { id: props.targetId }, header };
        return dataOf(await api.POST('/api/v1/suggestions/{id}:convert', { params, body }));
      }}
    />
  );
}

export const convertMotion: DeskForm = { act: 'convertMotion', name: '转建议', Form: ConvertMotionForm };
