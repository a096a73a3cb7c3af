import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { Refusal } from '../act/refusal.tsx';
import { useCommand } from '../act/use-command.ts';
import { api, dataOf } from '../api/client.ts';
import { useNames } from '../api/use-names.ts';
import type { Me } from '../session/session.ts';
import { wordsOf } from './draft-words.ts';
import { MoreAsRead } from './more-as-read.tsx';
import type { Suggestion } from './use-suggestion.ts';
import { WordsAsRead } from './words-as-read.tsx';

/** 确认联名: the whole text first, then the signature under exactly these words. */
export function CosignView({ suggestion, me }: { suggestion: Suggestion; me: Me }): ReactElement {
  const { suggestionId: id, textHash, leadDeputyId, text, cosigners } = suggestion;
  const navigate = useNavigate();
  const names = useNames([leadDeputyId]);
  const answer = cosigners.find(({ deputyId }) => deputyId === me.personId)?.answer;
  const confirm = useCommand<string>(async (read, header) => {
    const params = { path: { id }, header };
    const body = { textHash: read };
    return dataOf(await api.POST('/api/v1/suggestions/{id}/cosigners/me:confirm', { params, body }));
  });
  const decline = useCommand<string>(
    async (deputyId) =>
      dataOf(
        await api.DELETE('/api/v1/suggestions/{id}/cosigners/{deputyId}', {
          params: { path: { id, deputyId }, header: { 'if-match': '*' } },
        }),
      ),
    { onDone: () => void navigate('/') },
  );
  return (
    <>
      <header className="write-head">
        <Link to="/" aria-label="回到我的建议">
          ‹
        </Link>
        <h1>{names.get(leadDeputyId) ?? '代表'}请您联名</h1>
      </header>
      <article className="card">
        <WordsAsRead words={text} />
        <MoreAsRead words={wordsOf(text)} />
      </article>
      <Refusal error={confirm.error ?? decline.error} />
      {answer === 'confirmed' ? (
        <p role="status">✓ 您已确认联名。文字一改，会请您重新读、重新确认。</p>
      ) : (
        <footer className="write-foot">
          <Button loading={decline.isPending} onClick={() => decline.mutate(me.personId)}>
            谢绝
          </Button>
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate(textHash)}>
            读过了，确认联名
          </Button>
        </footer>
      )}
    </>
  );
}
