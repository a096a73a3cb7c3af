import type { ReactElement } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { dueDayText } from '../../design/days.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { DayField } from '../day-field.tsx';
import type { DeskForm, DeskFormProps } from '../desk-forms/desk-form.ts';
import { UnitPersonField } from '../unit-person-field.tsx';
import { TextField } from '../text-field.tsx';
import { WithLoaded } from '../with-loaded.tsx';
import { useTalk } from './use-talk.ts';

/** 记录约谈: who came, what was said, what was undertaken, and when that is checked. */
function HoldTalkForm(props: DeskFormProps): ReactElement {
  const talk = useTalk(props.caseId, props.targetId);
  return (
    <>
      <WithLoaded name={holdTalk.name} query={talk} what="约谈" onClose={props.onClose}>
        {(found) => (
          <ActDrawer<Schemas['HoldTalkInput']>
            {...props}
            name={holdTalk.name}
            hint={found && `${dueDayText(found.holdBy, props.today)}前约谈：${found.problems}`}
            fields={() => (
              <>
                <UnitPersonField
                  name="attendedByPersonId"
                  label="到场的负责人"
                  unitId={found?.unitId ?? ''}
                />
                <TextField name="minutes" label="约谈纪要" max={5_000} rows={5} />
                <TextField name="undertaking" label="单位的承诺" max={5_000} rows={3} />
                <DayField name="checkOn" label="哪天复查" from={props.today} />
              </>
            )}
            send={async (body, header) => {
              const params = { path: { id: props.targetId }, header };
              return dataOf(await api.POST('/api/v1/talks/{id}:hold', { params, body }));
            }}
          />
        )}
      </WithLoaded>
    </>
  );
}

export const holdTalk: DeskForm = { act: 'holdTalk', name: '记录约谈', Form: HoldTalkForm };
