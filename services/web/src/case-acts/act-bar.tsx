import { Button } from 'antd';
import { Suspense, useState, type ReactElement } from 'react';
import type { CaseFile } from '../case/use-case.ts';
import { word } from '../design/words.ts';
import type { CaseAct, ActTarget } from './case-act.ts';
import { CASE_ACTS } from './case-acts.ts';
import { leavesNextStep, nextStepFirst } from './first-act.ts';

type Target = Pick<ActTarget, 'targetId' | 'assignmentId'>;

interface Offered extends Target {
  readonly act: CaseAct;
}

/** What the reader can do with the case now; the first act stands filled when it is the reader's turn. */
export function ActBar(target: Omit<ActTarget, 'targetId' | 'assignmentId'>): ReactElement | null {
  const [open, setOpen] = useState<Offered>();
  const acts = CASE_ACTS.filter(
    ({ roles }) => roles?.some((role) => target.me.roles.some((own) => own === role)) ?? true,
  );
  const possible = acts
    .filter(({ isOffered }) => isOffered?.(target.file) ?? true)
    .flatMap((act): Offered[] =>
      targetsOf(act, target.file).map(({ targetId, assignmentId }) => ({ act, targetId, assignmentId })),
    );
  const next = target.file.summary?.next;
  const offered = nextStepFirst(possible, next?.act ?? '');
  // A merged case shows its parent's turn; what is to be done is offered there.
  const isUnitsTurn =
    next !== undefined && target.file.parentCaseId === '' && next.party?.id === target.me.unit?.unitId;
  const isLeft = isUnitsTurn && leavesNextStep(offered, next.act);
  if (offered.length === 0 && !isLeft) return null;
  return (
    <div className="act-bar" role="group" aria-label="可以办的事">
      {offered.map((each, index) => (
        <Button
          key={`${each.act.act} ${each.targetId} ${each.assignmentId}`}
          type={index === 0 && !isLeft && each.act.isRare !== true ? 'primary' : 'default'}
          onClick={() => setOpen(each)}
        >
          {each.act.name}
        </Button>
      ))}
      {isLeft && <span className="quiet">{word('act', next.act)}由本单位另一位同事办。</span>}
      {open !== undefined && (
        <Suspense>
          <open.act.Form
            target={{ ...target, targetId: open.targetId, assignmentId: open.assignmentId }}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** What the act can be done to; an act on the case is offered once, unless it is done for each share apart. */
function targetsOf(act: CaseAct, { availableActs }: CaseFile): readonly Target[] {
  const { isPerShare = false, asksTarget = false } = act;
  const possible = availableActs.filter((each) => each.act === act.act);
  if (asksTarget) return possible.slice(0, 1).map(({ assignmentId }) => ({ targetId: '', assignmentId }));
  const seen = new Set<string>();
  return possible.filter((each) => {
    const about = isPerShare ? `${each.targetId} ${each.assignmentId}` : each.targetId;
    if (seen.has(about)) return false;
    seen.add(about);
    return true;
  });
}
