import { Button } from 'antd';
import type { ReactElement } from 'react';
import { word } from '../design/words.ts';
import type { ReplyText, SavedReply } from './reply-text.ts';
import type { ReplyDraft } from './use-reply-draft.ts';

/** Two people wrote: both texts where they differ, and which one goes on. */
export function DraftConflict(props: {
  readonly draft: ReplyDraft;
  readonly theirs: SavedReply;
  readonly demands: readonly string[];
}): ReactElement {
  const { draft, theirs, demands } = props;
  const differing = partsOf(draft.text, demands)
    .map((mine, index) => ({ ...mine, theirs: partsOf(theirs.text, demands)[index]?.words ?? '' }))
    .filter((part) => part.words !== part.theirs);
  return (
    <section className="draft-conflict" role="alert" aria-label="两份不同的草稿">
      <h2>别人也改了这份草稿，有 {differing.length} 处不同</h2>
      {differing.map((part) => (
        <div key={part.name} className="both">
          <h3>{part.name}</h3>
          <div>
            <span className="quiet">我写的</span>
            <p className="prewrap">{part.words || '（空）'}</p>
          </div>
          <div>
            <span className="quiet">服务器上的</span>
            <p className="prewrap">{part.theirs || '（空）'}</p>
          </div>
        </div>
      ))}
      <div className="act-footer">
        <Button onClick={() => draft.take('theirs')}>用服务器上的</Button>
        <Button onClick={() => draft.take('mine')}>用我写的</Button>
      </div>
    </section>
  );
}

interface Part {
  readonly name: string;
  readonly words: string;
}

/** A reply as named parts, in one order, so that two can be laid side by side. */
function partsOf(text: ReplyText, demands: readonly string[]): readonly Part[] {
  const { evidence } = text;
  return [
    { name: '结果类别', words: word('resultClass', text.resultClass) },
    { name: '开头', words: text.opening },
    ...text.answers.map((words, index) => ({
      name: demands[index] === undefined ? '答复内容' : `诉求 ${index + 1}`,
      words,
    })),
    {
      name: '承诺',
      words: text.promises.map(({ text: promise, dueOn }) => `${promise} ${dueOn}`).join('\n'),
    },
    { name: '协办意见', words: Object.values(text.statements).join('\n') },
    {
      name: '依据',
      words: [evidence.completedOn, evidence.lackingCondition, evidence.explainedBy, evidence.legalBasis]
        .filter(Boolean)
        .join('\n'),
    },
    { name: '证明材料', words: evidence.attachments.map(({ name }) => name).join('\n') },
    { name: '公开属性', words: word('disclosure', text.disclosure) },
  ];
}
