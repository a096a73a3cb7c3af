import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf } from '../../api/client.ts';
import { dueDayText } from '../../design/days.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

type FormProps = { readonly target: ActTarget; readonly onClose: () => void };

function promiseHint({ file, targetId, today }: ActTarget): { readonly hint?: string } {
  const promise = file.promises.find(({ promiseId }) => promiseId === targetId);
  return promise === undefined
    ? {}
    : { hint: `承诺：${promise.text}，${dueDayText(promise.dueOn, today)}到期` };
}

/** 认定承诺已兑现: what was found on the spot, or by which proof. */
function KeepPromiseForm({ target, onClose }: FormProps): ReactElement {
  return (
    <ActDrawer<{ finding: string }>
      name={keepPromise.name}
      {...promiseHint(target)}
      caseId={target.caseId}
      keptAs={keptAs(keepPromise.act, target)}
      onClose={onClose}
      fields={() => (
        <TextField name="finding" label="核查结论" max={5_000} rows={4} extra="写明看到了什么、凭什么认定" />
      )}
      send={async (body, header) => {
        const params = { path: { id: target.targetId }, header };
        return dataOf(await api.POST('/api/v1/promises/{id}:keep', { params, body }));
      }}
    />
  );
}

/** 认定承诺未兑现: the unit owes a supplementary reply and goes on answering for it. */
function BreakPromiseForm({ target, onClose }: FormProps): ReactElement {
  return (
    <ActDrawer<{ explanation: string }>
      name={breakPromise.name}
      {...promiseHint(target)}
      caseId={target.caseId}
      keptAs={keptAs(breakPromise.act, target)}
      onClose={onClose}
      fields={() => <TextField name="explanation" label="没有兑现的情况" max={5_000} rows={4} />}
      send={async (body, header) => {
        const params = { path: { id: target.targetId }, header };
        return dataOf(await api.POST('/api/v1/promises/{id}:break', { params, body }));
      }}
    />
  );
}

export const keepPromise: CaseAct = { act: 'keepPromise', name: '承诺已兑现', Form: KeepPromiseForm };
export const breakPromise: CaseAct = {
  act: 'breakPromise',
  name: '承诺未兑现',
  isRare: true,
  Form: BreakPromiseForm,
};
