import type { ReactElement } from 'react';
import { OpinionParts } from '../../design/opinion-parts.tsx';
import { PageState } from '../../design/page-state.tsx';
import { useAssignment } from '../../api/use-assignment.ts';
import { useUnits } from '../../api/use-units.ts';
import type { ActTarget } from '../case-act.ts';

/** The co-opinion that an act is about, so that nobody judges what they have not read. */
export function OpinionText({ target }: { target: ActTarget }): ReactElement {
  const lead = target.file.shares.find(({ unit }) => unit?.id === target.me.unit?.unitId);
  const share = useAssignment(lead?.assignmentId ?? '');
  const units = useUnits();
  return (
    <PageState query={share} what="协办意见">
      {({ coOpinions }) => {
        const opinion = coOpinions.find(({ opinionId }) => opinionId === target.targetId);
        return (
          <blockquote className="quoted">
            <b>{units.get(opinion?.unitId ?? '') ?? '协办单位'}</b>
            {opinion === undefined ? <p>协办意见还没有到</p> : <OpinionParts said={opinion} />}
          </blockquote>
        );
      }}
    </PageState>
  );
}
