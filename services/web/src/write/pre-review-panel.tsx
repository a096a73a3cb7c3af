import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useToday } from '../api/use-today.ts';
import { dayText } from '../design/days.ts';
import type { DraftWords } from './draft-words.ts';
import { findPassage, goTo } from './hint.ts';
import type { Suggestion } from './use-suggestion.ts';

const VERDICTS: Readonly<Record<string, string>> = { good: '好', improve: '可改进' };
const ASPECTS = [
  ['substance', '言之有物'],
  ['reasoning', '言之有理'],
  ['feasibility', '言之可行'],
] as const;

/** 预审: that it is being read, and what was advised, each comment at its passage. It never blocks. */
export function PreReviewPanel({
  suggestion,
  words,
}: {
  suggestion: Suggestion;
  words: DraftWords;
}): ReactElement {
  const today = useToday();
  const latestFirst = suggestion.preReviews.toReversed();
  return (
    <>
      {suggestion.status === 'pre-review' && <p>已请人预审，答复前仍可修改，也可直接提交。</p>}
      {latestFirst.map((review) => (
        <section key={review.answeredOn + review.reviewerId} className="review">
          <h3>{dayText(review.answeredOn, today)}的预审意见</h3>
          <ul className="review-marks">
            {ASPECTS.map(([aspect, name]) => (
              <li key={aspect}>
                {name} <b>{VERDICTS[review[aspect]] ?? review[aspect]}</b>
              </li>
            ))}
          </ul>
          <p className="prewrap">{review.advice}</p>
          <ul>
            {review.comments.map(({ passage, comment }) => (
              <Comment key={passage + comment} {...{ passage, comment, words }} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Comment(props: { passage: string; comment: string; words: DraftWords }): ReactElement {
  const { passage, comment, words } = props;
  const place = findPassage(words, passage);
  return (
    <li className="comment">
      <q>{passage}</q>
      <span>{comment}</span>
      {place === undefined ? (
        <span className="quiet">这一处已改</span>
      ) : (
        <Button type="link" onClick={() => goTo(place)}>
          去看这一处
        </Button>
      )}
    </li>
  );
}
