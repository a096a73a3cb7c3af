import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { ChoiceField } from '../choice-field.tsx';
import type { DeskForm, DeskFormProps } from '../desk-forms/desk-form.ts';
import { TextField } from '../text-field.tsx';
import { WithLoaded } from '../with-loaded.tsx';
import { useTalk } from './use-talk.ts';

interface Check {
  readonly kept: 'yes' | 'no';
  readonly findings: string;
}

const OUTCOMES = [
  { value: 'yes', label: '做到了' },
  { value: 'no', label: '没有做到' },
] as const;

/** 复查约谈承诺: whether what was undertaken was done. */
function CheckTalkForm(props: DeskFormProps): ReactElement {
  const talk = useTalk(props.caseId, props.targetId);
  return (
    <>
      <WithLoaded name={checkTalk.name} query={talk} what="约谈" onClose={props.onClose}>
        {(found) => (
          <ActDrawer<Check>
            {...props}
            name={checkTalk.name}
            hint={found && `约谈时的承诺：${found.undertaking}`}
            fields={() => (
              <>
                <ChoiceField name="kept" label="承诺" options={OUTCOMES} />
                <TextField name="findings" label="复查情况" max={5_000} rows={3} />
              </>
            )}
            send={async ({ kept, findings }, header) => {
              const params = { path: { id: props.targetId }, header };
              const body = { undertakingKept: kept === 'yes', findings };
              return dataOf(await api.POST('/api/v1/talks/{id}:check', { params, body }));
            }}
          />
        )}
      </WithLoaded>
    </>
  );
}

export const checkTalk: DeskForm = { act: 'checkTalk', name: '复查约谈承诺', Form: CheckTalkForm };
