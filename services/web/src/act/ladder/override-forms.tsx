import type { ReactElement } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { choices, word } from '../../design/words.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { ChoiceField } from '../choice-field.tsx';
import type { DeskForm, DeskFormProps } from '../desk-forms/desk-form.ts';
import { TextField } from '../text-field.tsx';
import { WithLoaded } from '../with-loaded.tsx';
import { ClockActForm } from './clock-act-form.tsx';
import { useCaseClocks } from './use-case-clocks.ts';

interface Override {
  readonly clockId: string;
  readonly toColour: Schemas['OverrideColourInput']['toColour'];
  readonly grounds: string;
}

/** 手动调色, the first person's half (domain.md §2.5: reason and second person). */
function OverrideForm(props: DeskFormProps): ReactElement {
  return (
    <ClockActForm<Override>
      {...props}
      name={overrideColour.name}
      hint="要由另一人确认后才生效。理由会留在事实经过里。"
      suits={({ status }) => status === 'open'}
      fields={
        <>
          <ChoiceField
            name="toColour"
            label="调为"
            options={choices('colour').filter(({ value }) => value !== 'none')}
          />
          <TextField name="grounds" label="理由" max={2_000} rows={3} />
        </>
      }
      send={async ({ clockId, ...body }, header) => {
        const params = { path: { id: clockId }, header };
        return dataOf(await api.POST('/api/v1/clocks/{id}:override', { params, body }));
      }}
    />
  );
}

/** 确认手动调色, second person. */
function ConfirmOverrideForm(props: DeskFormProps): ReactElement {
  const clocks = useCaseClocks(props.caseId);
  return (
    <>
      <WithLoaded name={confirmOverride.name} query={clocks} what="时限" onClose={props.onClose}>
        {(found) => {
          const clock = found.find(({ clockId }) => clockId === props.targetId);
          return (
            <ActDrawer<object>
              {...props}
              name={confirmOverride.name}
              hint={
                clock &&
                `“${clock.kindName}”现为${word('colour', clock.colour)}，提请调为${word('colour', clock.overrideRequestedColour)}。确认后生效。`
              }
              send={async (_values, header) => {
                const params = { path: { id: props.targetId }, header };
                return dataOf(await api.POST('/api/v1/clocks/{id}:confirm', { params }));
              }}
            />
          );
        }}
      </WithLoaded>
    </>
  );
}

export const overrideColour: DeskForm = { act: 'overrideColour', name: '手动调色', Form: OverrideForm };
export const confirmOverride: DeskForm = {
  act: 'confirmOverride',
  name: '确认手动调色',
  Form: ConfirmOverrideForm,
};
