import type { ReactElement } from 'react';
import { useAssignment } from '../api/use-assignment.ts';
import { useNames } from '../api/use-names.ts';
import { useUnits } from '../api/use-units.ts';
import { dayText } from '../design/days.ts';
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
          {coOpinions.map(({ opinionId, unitId, opinion, status, signedBy, givenOn }) => (
            <li key={opinionId}>
              <span>
                <b>{units.get(unitId)}</b>
                <span className="quiet under prewrap">{opinion}</span>
              </span>
              <span className="aside">
                {word('coOpinion', status)}
                <span className="quiet under">
                  {names.get(signedBy)} {dayText(givenOn, today)}签发
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </PageState>
  );
}
