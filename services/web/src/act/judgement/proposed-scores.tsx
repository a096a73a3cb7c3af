import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { PageState } from '../../design/page-state.tsx';
import { word } from '../../design/words.ts';
import { ASPECTS } from './judgement.ts';
import type { ProposedScores } from './use-proposed-scores.ts';

/** What the system proposes for each score, and why; it counts only once a person takes it. */
export function ProposedScoresNote(props: {
  readonly query: UseQueryResult<ProposedScores>;
  readonly take: (scores: ProposedScores) => void;
}): ReactElement {
  return (
    <PageState query={props.query} what="评分建议">
      {(scores) => (
        <section className="proposed-scores" aria-label="评分建议">
          <ul>
            {ASPECTS.map((aspect) => (
              <li key={aspect}>
                {`${word('score', aspect)}建议 ${scores[aspect].points} 分：`}
                <span className="quiet">{scores[aspect].reason}</span>
              </li>
            ))}
          </ul>
          <Button size="small" onClick={() => props.take(scores)}>
            采用这些评分
          </Button>
        </section>
      )}
    </PageState>
  );
}
