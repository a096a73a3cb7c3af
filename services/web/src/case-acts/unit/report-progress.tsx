import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { dueDayText } from '../../design/days.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 报进展 on one promise of the ledger. */
function ReportProgressForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const promise = target.file.promises.find(({ promiseId }) => promiseId === target.targetId);
  return (
    <ActDrawer<Schemas['ReportProgressInput']>
      name={reportProgress.name}
      {...(promise === undefined
        ? {}
        : { hint: `承诺：${promise.text}，${dueDayText(promise.dueOn, target.today)}到期` })}
      caseId={target.caseId}
      keptAs={keptAs(reportProgress.act, target)}
      onClose={onClose}
      fields={() => <TextField name="progress" label="进展" max={5000} rows={4} />}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/promises/{id}/progress', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

export const reportProgress: CaseAct = { act: 'reportProgress', name: '报进展', Form: ReportProgressForm };
