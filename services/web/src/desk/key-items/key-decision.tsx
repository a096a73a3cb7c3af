import type { ReactElement } from 'react';
import type { Handling } from '../../api/use-handling.ts';
import { useNames } from '../../api/use-names.ts';
import { useToday } from '../../api/use-today.ts';
import { useUnits } from '../../api/use-units.ts';
import { word } from '../../design/words.ts';

/** The decision of the 主任会议, why it is a key one, and who supervises it 督办分工 (T30). */
export function KeyDecision({ handling }: { handling: Handling }): ReactElement | null {
  const { keyGrounds, keyDecisionNumber, keyDecidedOn, isKey } = handling;
  const names = useNames([keyGrounds?.supervisorId ?? '']);
  const units = useUnits();
  if (!isKey) return <KeyProposal handling={handling} />;
  return (
    <p className="quiet">
      {keyDecisionNumber} {keyDecidedOn}
      {keyGrounds !== null && (
        <>
          <span className="under">
            {word('keyProposer', keyGrounds.proposedBy)}提请：
            {keyGrounds.criteria.map((each) => word('keyCriterion', each)).join('、')}
          </span>
          <span className="under">
            督办：{names.get(keyGrounds.supervisorId) ?? '领衔领导'}领衔，
            {units.get(keyGrounds.supervisingUnitId) ?? ''}
          </span>
        </>
      )}
    </p>
  );
}

/** 提请: what was proposed waits for the 主任会议, and until when. */
function KeyProposal({ handling }: { handling: Handling }): ReactElement | null {
  const { classification, keySelectionDueOn: due } = handling;
  const today = useToday();
  if (classification?.keyProposed !== true) return null;
  if (due === '') return <p className="quiet">已提请主任会议，没有时限</p>;
  return (
    <p className="quiet">
      已提请主任会议，最迟 {due} 确定{due < today && '，已逾期'}
    </p>
  );
}
