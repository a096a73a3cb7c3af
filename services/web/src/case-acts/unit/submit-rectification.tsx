import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { PageState } from '../../design/page-state.tsx';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 整改报告: on each point that the deputy found unmet on site. */
function RectificationForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer<Schemas['SubmitRectificationInput']>
      name={submitRectification.name}
      hint="提交后由领衔代表验收；没有通过的，继续整改。"
      caseId={target.caseId}
      keptAs={keptAs(submitRectification.act, target)}
      onClose={onClose}
      fields={() => (
        <>
          <Gaps id={target.targetId} caseId={target.caseId} />
          <TextField name="report" label="整改情况" max={5000} rows={5} extra="逐条写明做了什么、何时做到" />
        </>
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/rectifications/{id}:submit', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

function Gaps({ id, caseId }: { id: string; caseId: string }): ReactElement {
  const evaluations = useQuery({
    queryKey: ['evaluations', caseId],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/suggestions/{id}/evaluations', { params: { path: { id: caseId } } })),
  });
  return (
    <PageState query={evaluations} what="整改事项">
      {({ rectifications }) => {
        const found = rectifications.find(({ rectificationId }) => rectificationId === id);
        return (
          <blockquote className="quoted">
            <b>代表指出</b>
            <ol>
              {found?.gaps.map((gap) => (
                <li key={gap}>{gap}</li>
              ))}
            </ol>
            {found?.rejections.map((reason) => (
              <p key={reason}>上次没有通过：{reason}</p>
            ))}
          </blockquote>
        );
      }}
    </PageState>
  );
}

export const submitRectification: CaseAct = {
  act: 'submitRectification',
  name: '报整改',
  Form: RectificationForm,
};
