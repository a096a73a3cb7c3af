import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { useHandling } from '../../api/use-handling.ts';
import { inForce, useRules } from '../../api/use-rules.ts';
import { PageState } from '../../design/page-state.tsx';
import { forget } from '../kept.ts';
import { useCommand } from '../use-command.ts';
import { judged } from './judged.ts';
import type { Judgement } from './judgement.ts';
import { Judging } from './judging.tsx';

/** 重新分类 (T31): a suggestion that units have in hands already is judged anew, with a reason. */
export function Reclassify(props: {
  readonly suggestionId: string;
  readonly keptAs: string;
  readonly isMain: boolean;
  readonly onDone?: () => void;
}): ReactElement {
  const { suggestionId, keptAs, isMain, onDone } = props;
  const handling = useHandling(suggestionId);
  const rules = useRules();
  const command = useCommand<Judgement>(
    async (judgement, header) => {
      const params = { path: { id: suggestionId }, header };
      return dataOf(await api.POST('/api/v1/suggestions/{id}:classify', { params, body: judged(judgement) }));
    },
    {
      caseId: suggestionId,
      onDone: () => {
        forget(keptAs);
        onDone?.();
      },
    },
  );
  const rule = inForce(rules.data ?? [])?.content.params.classification.complex_if;
  return (
    <PageState query={handling} what="分类">
      {({ classification }) =>
        rule !== undefined && (
          <Judging
            // Judged anew, it starts from what was judged.
            key={JSON.stringify(classification)}
            {...{ suggestionId, keptAs, rule, isMain }}
            before={classification}
            alike={1}
            refusal={command.error}
            isPending={command.isPending}
            send={command.mutate}
          />
        )
      }
    </PageState>
  );
}
