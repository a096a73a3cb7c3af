import type { ReactElement } from 'react';
import { useAssignment } from '../api/use-assignment.ts';
import { useNames } from '../api/use-names.ts';
import { useUnits } from '../api/use-units.ts';
import { dayText } from '../design/days.ts';
import { OpinionParts } from '../design/opinion-parts.tsx';
import { PageState } from '../design/page-state.tsx';
import { word } from '../design/words.ts';

/** 协办意见 that the reader may see: whose, who signed it when, and what became of it. */
export function CoOpinions({ shareId, today }: { shareId: string; today: string }): ReactElement {
  const share = useAssignment(shareId);
  const units = useUnits();
  const names = useNames(share.data?.coOpinions.map(({ signedBy }) => signedBy) ?? []);
  return (
    <PageState query={share} what="协办意见">
      {({ coOpinions }) => (
        <ul className="rows co-opinions">
          {coOpinions.length === 0 && <li className="quiet">还没有签发的协办意见</li>}
          {coOpinions.map((said) => (
            <li key={said.opinionId}>
              <div>
                <b>{units.get(said.unitId)}</b>
                <OpinionParts said={said} />
              </div>
              <span className="aside">
                {word('coOpinion', said.status)}
                <span className="quiet under">
                  {names.get(said.signedBy)} {dayText(said.givenOn, today)}签发
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </PageState>
  );
}
