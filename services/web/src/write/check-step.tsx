import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { Refusal } from '../act/refusal.tsx';
import { useCommand } from '../act/use-command.ts';
import { api, dataOf } from '../api/client.ts';
import type { DraftSync } from './draft-sync.ts';
import { isBlank, missingFields, type DraftWords } from './draft-words.ts';
import type { Hint } from './hint.ts';
import { MoreAsRead } from './more-as-read.tsx';
import type { Suggestion } from './use-suggestion.ts';
import { useStep } from './use-step.ts';
import { WordsAsRead } from './words-as-read.tsx';

interface CheckStepProps {
  readonly draft: DraftSync;
  readonly suggestion: Suggestion | undefined;
  readonly words: DraftWords;
  readonly hints: readonly Hint[];
  /** Files that are still on their way. */
  readonly underway: number;
}

/** 检查并提交: the words as others will read them, what was noticed, and the way on, which nothing closes. */
export function CheckStep({ draft, suggestion, words, hints, underway }: CheckStepProps): ReactElement {
  const { go } = useStep();
  const navigate = useNavigate();
  const submit = useCommand<'submit'>(
    async (_submit, header) => {
      const isSaved = await draft.save();
      const id = draft.snapshot().saved?.id;
      if (!isSaved || id === undefined) throw new Error('the draft is not saved yet');
      return dataOf(await api.POST('/api/v1/suggestions/{id}:submit', { params: { path: { id }, header } }));
    },
    { onDone: ({ id }) => void navigate(`/write/${id}`, { replace: true }) },
  );
  return (
    <>
      <article className="card">
        <WordsAsRead words={words} />
        <MoreAsRead words={words} />
      </article>
      <Noticed {...{ suggestion, words, hints, underway }} />
      <Refusal error={submit.error} />
      {submit.isPaused && <p role="status">已离线，连上后自动提交，请不要关闭这一页。</p>}
      <footer className="write-foot">
        <Button onClick={() => go('write')}>回去改</Button>
        <Button
          type="primary"
          disabled={isBlank(words)}
          loading={submit.isPending}
          onClick={() => submit.mutate('submit')}
        >
          提交
        </Button>
      </footer>
    </>
  );
}

/** What a reader would miss or the office would refuse; the deputy may submit all the same. */
function Noticed({ suggestion, words, hints, underway }: Omit<CheckStepProps, 'draft'>): ReactElement {
  const missing = missingFields(words);
  const unsigned = suggestion?.cosigners.filter(({ answer }) => answer !== 'confirmed').length ?? 0;
  const noticed = [
    ...(missing.length === 0 ? [] : [`还没有写：${missing.join('、')}。`]),
    ...(underway === 0 ? [] : [`还有 ${underway} 个附件没有传完，传完才在建议里。`]),
    ...(unsigned === 0 ? [] : [`还有 ${unsigned} 位联名代表没有确认，可以等他们，也可以先取消邀请。`]),
    ...hints.map(({ message }) => message),
  ];
  return (
    <section className="card noticed">
      <h2>{noticed.length === 0 ? '没有要提醒的' : '提交前看一眼，改不改由您'}</h2>
      <ul>
        {noticed.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p className="quiet">提交后由代表工委登记。登记前要改，可以请代表工委退回。</p>
    </section>
  );
}
