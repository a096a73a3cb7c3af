import { Input } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyText } from './reply-text.ts';

/** The opening, then one section for each demand, so that none can be forgotten. */
export function ReplySections(props: {
  readonly text: ReplyText;
  readonly change: (changed: Partial<ReplyText>) => void;
  readonly demands: readonly string[];
}): ReactElement {
  const { text, change, demands } = props;
  return (
    <>
      <section className="reply-section">
        <header className="spread">
          <label htmlFor="opening">开头</label>
        </header>
        <Input.TextArea
          id="opening"
          variant="borderless"
          rows={1}
          className="grows"
          maxLength={5000}
          placeholder="您提出的建议收悉，经研究，现答复如下。"
          value={text.opening}
          onChange={({ target }) => change({ opening: target.value })}
        />
      </section>
      {text.answers.map((answer, index) => {
        const place = `answer-${index + 1}`;
        const demand = demands[index] ?? '答复内容';
        return (
          // A demand's place is its number; its words may repeat.
          <section key={place} className="reply-section">
            <header className="spread">
              <label htmlFor={place}>
                {demands.length > 0 && <span className="quiet">诉求 {index + 1} </span>}
                {demand}
              </label>
              <span className={answer.trim() === '' ? 'missing' : 'answered'}>
                {answer.trim() === '' ? '✕ 未回应' : '✓ 已回应'}
              </span>
            </header>
            <Input.TextArea
              id={place}
              variant="borderless"
              rows={2}
              className="grows"
              maxLength={10_000}
              placeholder="采纳的写做什么、谁来做、何时做到；不能采纳的写明为什么。"
              value={answer}
              onChange={({ target }) =>
                change({ answers: text.answers.map((each, at) => (at === index ? target.value : each)) })
              }
            />
          </section>
        );
      })}
    </>
  );
}
