import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { choices } from '../../design/words.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 报告困难: makes the case yellow or red at once, before time does. */
function ReportDifficultyForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer<Schemas['ReportDifficultyInput']>
      name={reportDifficulty.name}
      hint="早报早协调。报出以后案件立即转黄或转红，困难解决后恢复。"
      caseId={target.caseId}
      keptAs={keptAs(reportDifficulty.act, target)}
      initial={{ severity: 'yellow' }}
      onClose={onClose}
      fields={() => (
        <>
          <ChoiceField name="severity" label="程度" options={choices('severity')} />
          <TextField name="description" label="困难是什么" max={2000} rows={4} />
        </>
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/assignments/{id}:report-difficulty', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

export const reportDifficulty: CaseAct = {
  act: 'reportDifficulty',
  name: '报告困难',
  Form: ReportDifficultyForm,
};
