import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { dueDayText } from '../../design/days.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 申请延期 (T18): once, in the first round, after a contact, and some working days before the reply is due. */
function ExtensionForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer<Schemas['RequestExtensionInput']>
      name={requestExtension.name}
      hint={<LatestDay target={target} />}
      caseId={target.caseId}
      keptAs={keptAs(requestExtension.act, target)}
      onClose={onClose}
      fields={() => (
        <TextField
          name="grounds"
          label="理由"
          max={2000}
          rows={4}
          extra="写明涉及面广、处理难度大的具体情况，以及已和代表沟通的结果"
        />
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/assignments/{id}/extensions', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

/** Until when it may be asked for, by the clock's own explanation. */
function LatestDay({ target }: { target: ActTarget }): ReactElement {
  const clock = target.file.clocks.find(
    ({ kind, state, subject }) => kind === 'reply' && state === 'open' && subject === target.targetId,
  );
  const id = clock?.clockId ?? '';
  const explained = useQuery({
    queryKey: ['explanation', id],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/clocks/{id}/explanation', { params: { path: { id } } })),
    enabled: id !== '',
  });
  const latest = explained.data?.latestExtensionRequest ?? '';
  return (
    <>
      延期只能申请一次，由代表工委决定。
      {clock !== undefined && `答复${dueDayText(clock.dueDate, target.today)}到期。`}
      {latest !== '' && <b>最晚 {dueDayText(latest, target.today)} 提出。</b>}
    </>
  );
}

export const requestExtension: CaseAct = { act: 'requestExtension', name: '申请延期', Form: ExtensionForm };
