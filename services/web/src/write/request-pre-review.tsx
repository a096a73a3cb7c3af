import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Refusal } from '../act/refusal.tsx';
import { useCommand } from '../act/use-command.ts';
import { api, dataOf } from '../api/client.ts';
import type { DraftSync } from './draft-sync.ts';
import type { Suggestion } from './use-suggestion.ts';

/** 请人预审: somebody of the desk reads the draft; it can be edited and submitted all the while. */
export function RequestPreReview(props: {
  readonly draft: DraftSync;
  readonly suggestion: Suggestion | undefined;
}): ReactElement {
  const { draft, suggestion } = props;
  const request = useCommand<string>(async (id, header) => {
    await draft.save();
    const params = { path: { id }, header };
    return dataOf(await api.POST('/api/v1/suggestions/{id}:request-pre-review', { params }));
  });
  const isAsked = suggestion?.status === 'pre-review';
  return (
    <>
      <Refusal error={request.error} />
      <Button
        disabled={suggestion === undefined || isAsked}
        loading={request.isPending}
        onClick={() => request.mutate(suggestion?.suggestionId ?? '')}
      >
        {isAsked ? '已请人预审' : '请人预审'}
      </Button>
    </>
  );
}
