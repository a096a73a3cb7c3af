import type { ReactElement } from 'react';
import type { Schemas } from '../api/client.ts';

type Parts = Pick<
  Schemas['AssignmentFile']['coOpinions'][number],
  'facts' | 'opinion' | 'commitments' | 'resultClass'
>;

/** What a 协办意见 says, part by part; one given before it had parts is its opinion alone. */
export function OpinionParts({ said }: { said: Parts }): ReactElement {
  const { facts, opinion, commitments, resultClass } = said;
  if (facts === '' && resultClass === '') return <p className="prewrap">{opinion}</p>;
  return (
    <dl className="opinion-parts">
      <dt>事实情况</dt>
      <dd className="prewrap">{facts}</dd>
      <dt>意见</dt>
      <dd className="prewrap">{opinion}</dd>
      {commitments.length > 0 && (
        <>
          <dt>承诺事项</dt>
          {commitments.map(({ text, dueOn }) => (
            <dd key={`${text} ${dueOn}`}>
              {text}（{dueOn}）
            </dd>
          ))}
        </>
      )}
      <dt>办理结果类别</dt>
      <dd>{resultClass} 类</dd>
    </dl>
  );
}
