import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { DayField } from '../../act/day-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { dueDayText } from '../../design/days.ts';
import { PageState } from '../../design/page-state.tsx';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 答复督办函 by the unit's head: where it stands, what is done, and by when. */
function AnswerForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer<Schemas['AnswerSupervisionLetterInput']>
      name={answerSupervisionLetter.name}
      caseId={target.caseId}
      keptAs={keptAs(answerSupervisionLetter.act, target)}
      onClose={onClose}
      fields={() => (
        <>
          <Letter target={target} />
          <TextField name="progress" label="进展情况" max={5000} rows={3} />
          <TextField name="measures" label="措施" max={5000} rows={3} />
          <DayField name="promisedOn" label="何时完成" from={target.today} />
        </>
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/supervision-letters/{id}:answer', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

function Letter({ target }: { target: ActTarget }): ReactElement {
  const letters = useQuery({
    queryKey: ['letters', target.caseId],
    queryFn: async () => {
      const query = { suggestionId: target.caseId };
      return dataOf(await api.GET('/api/v1/supervision-letters', { params: { query } })).items;
    },
  });
  return (
    <PageState query={letters} what="督办函">
      {(found) => {
        const letter = found.find(({ letterId }) => letterId === target.targetId);
        return (
          <blockquote className="quoted">
            <b>督办函{letter !== undefined && ` · ${dueDayText(letter.answerDue, target.today)}前答复`}</b>
            <p className="prewrap">{letter?.facts}</p>
            <p className="prewrap">{letter?.requiredAction}</p>
          </blockquote>
        );
      }}
    </PageState>
  );
}

export const answerSupervisionLetter: CaseAct = {
  act: 'answerSupervisionLetter',
  name: '答复督办函',
  Form: AnswerForm,
};
