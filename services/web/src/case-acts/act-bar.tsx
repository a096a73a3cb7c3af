import { Button } from 'antd';
import { Suspense, useState, type ReactElement } from 'react';
import type { CaseAct, ActTarget } from './case-act.ts';
import { CASE_ACTS } from './case-acts.ts';

interface Offered {
  readonly act: CaseAct;
  readonly targetId: string;
}

/** What the reader can do with the case now; the first act stands filled when it is the reader's turn. */
export function ActBar(target: Omit<ActTarget, 'targetId'>): ReactElement | null {
  const [open, setOpen] = useState<Offered>();
  const acts = CASE_ACTS.filter(
    ({ roles }) => roles?.some((role) => target.me.roles.some((own) => own === role)) ?? true,
  );
  const offered = acts
    .filter(({ isOffered }) => isOffered?.(target.file) ?? true)
    .flatMap((act): Offered[] => targetsOf(act, target.file).map((targetId) => ({ act, targetId })));
  if (offered.length === 0) return null;
  return (
    <div className="act-bar" role="group" aria-label="可以办的事">
      {offered.map((each, index) => (
        <Button
          key={`${each.act.act} ${each.targetId}`}
          type={index === 0 ? 'primary' : 'default'}
          onClick={() => setOpen(each)}
        >
          {each.act.name}
        </Button>
      ))}
      {open !== undefined && (
        <Suspense>
          <open.act.Form target={{ ...target, targetId: open.targetId }} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

/** What the act can be done to; an act on the case is offered once, however many units it may concern. */
function targetsOf({ act }: CaseAct, { availableActs }: ActTarget['file']): readonly string[] {
  return [...new Set(availableActs.filter((each) => each.act === act).map(({ targetId }) => targetId))];
}
