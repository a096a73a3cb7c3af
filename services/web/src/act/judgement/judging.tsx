import { useState, type ReactElement } from 'react';
import type { Schemas } from '../../api/client.ts';
import { keep, keptUnder } from '../kept.ts';
import { hasMembers } from '../kept-shape.ts';
import { CaseJudgement } from './case-judgement.tsx';
import { adopt, judgementOf, NO_JUDGEMENT, type ComplexRule, type Judgement } from './judgement.ts';
import { ProposedScoresNote } from './proposed-scores.tsx';
import { useProposedScores } from './use-proposed-scores.ts';

/** A judgement being made, kept in this browser under `keptAs` until whoever sends it forgets it. */
export function Judging(props: {
  readonly suggestionId: string;
  readonly keptAs: string;
  readonly rule: ComplexRule;
  /** How it was classified before; null: not yet. */
  readonly before: Schemas['AssignmentCase']['classification'];
  /** Suggestions that get this judgement. */
  readonly alike: number;
  readonly isMain: boolean;
  readonly refusal: unknown;
  readonly isPending: boolean;
  readonly send: (judgement: Judgement) => void;
}): ReactElement {
  const { suggestionId, keptAs, before, send, ...shown } = props;
  const [judgement, setJudgement] = useState<Judgement>(
    () =>
      keptUnder(keptAs, hasMembers<Judgement>({})) ?? (before === null ? NO_JUDGEMENT : judgementOf(before)),
  );
  const unitsMeant = judgement.expectedUnits > 1 ? judgement.expectedUnits : 0;
  const proposed = useProposedScores(suggestionId, unitsMeant);
  const change = (next: Judgement): void => {
    keep(keptAs, next);
    setJudgement(next);
  };
  return (
    <CaseJudgement
      {...shown}
      judgement={judgement}
      isAgain={before !== null}
      proposed={proposed.data}
      note={<ProposedScoresNote query={proposed} take={(scores) => change(adopt(judgement, scores))} />}
      change={change}
      send={() => send(judgement)}
    />
  );
}
