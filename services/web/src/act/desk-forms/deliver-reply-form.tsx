import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { ChoiceField } from '../choice-field.tsx';
import { DayField } from '../day-field.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

interface Delivery {
  readonly method: 'letter' | 'electronic';
  readonly deliveredOn: string;
}

/** 送达答复 for an author whom the unit does not know: 代表工委 delivers (decisions 21). */
function DeliverReplyForm(props: DeskFormProps): ReactElement {
  return (
    <ActDrawer<Delivery>
      {...props}
      name={deliverReply.name}
      hint="代表要求保密，答复由代表工委送达所有尚未收到的代表；当面答复的，用“记当面答复”。"
      initial={{ method: 'letter', deliveredOn: props.today }}
      fields={() => (
        <>
          <ChoiceField name="method" label="方式" options={METHODS} />
          <DayField name="deliveredOn" label="送达日期" until={props.today} />
        </>
      )}
      send={async (delivery, header) => {
        const params = { path: { id: props.targetId }, header };
        return dataOf(
          await api.POST('/api/v1/replies/{id}:deliver', { params, body: { ...delivery, deputyIds: [] } }),
        );
      }}
    />
  );
}

const METHODS = [
  { value: 'letter', label: '信函' },
  { value: 'electronic', label: '电子' },
];

export const deliverReply: DeskForm = { act: 'deliverReply', name: '送达答复', Form: DeliverReplyForm };
