import type { ReactElement } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { dueDayText } from '../../design/days.ts';
import type { DeskForm, DeskFormProps } from '../desk-forms/desk-form.ts';
import { TextField } from '../text-field.tsx';
import { ClockActForm, owedByUnit } from './clock-act-form.tsx';

/** 发督办函 by hand, beside the one that red sends by itself. */
function SendLetterForm(props: DeskFormProps): ReactElement {
  return (
    <ClockActForm<Schemas['SendSupervisionLetterInput']>
      {...props}
      name={sendSupervisionLetter.name}
      hint="发给单位主要负责人，限期书面答复。转红的时限会自动发函，不必再发。"
      suits={owedByUnit}
      initial={({ kindName, dueDate, reason, nextAction }) => ({
        facts: [kindName, dueDate && `${dueDayText(dueDate, props.today)}到期`, reason]
          .filter(Boolean)
          .join('，'),
        requiredAction: nextAction,
      })}
      fields={
        <>
          <TextField name="facts" label="督办事由" max={5_000} rows={4} />
          <TextField name="requiredAction" label="督办要求" max={5_000} rows={3} />
        </>
      }
      send={async (body, header) =>
        dataOf(await api.POST('/api/v1/supervision-letters', { params: { header }, body }))
      }
    />
  );
}

export const sendSupervisionLetter: DeskForm = {
  act: 'sendSupervisionLetter',
  name: '发督办函',
  Form: SendLetterForm,
};
