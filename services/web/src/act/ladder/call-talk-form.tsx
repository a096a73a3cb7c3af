import type { ReactElement } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import type { DeskForm, DeskFormProps } from '../desk-forms/desk-form.ts';
import { TextField } from '../text-field.tsx';
import { ClockActForm, owedByUnit } from './clock-act-form.tsx';

/** 约谈通知 to the unit's head; the talk is held within the rule pack's days. */
function CallTalkForm(props: DeskFormProps): ReactElement {
  return (
    <ClockActForm<Schemas['CallTalkInput']>
      {...props}
      name={callTalk.name}
      hint="由代表工委约谈单位主要负责人。长期红色或者一年内第二次转红的，会自动发出约谈通知。"
      suits={owedByUnit}
      initial={({ reason }) => ({ problems: reason })}
      fields={<TextField name="problems" label="要谈的问题" max={5_000} rows={4} />}
      send={async (body, header) => dataOf(await api.POST('/api/v1/talks', { params: { header }, body }))}
    />
  );
}

export const callTalk: DeskForm = { act: 'callTalk', name: '约谈', Form: CallTalkForm };
