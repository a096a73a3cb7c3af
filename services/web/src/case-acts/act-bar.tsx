import { Button } from 'antd';
import { Suspense, useState, type ReactElement } from 'react';
import type { CaseAct, ActTarget } from './case-act.ts';
import { CASE_ACTS } from './case-acts.ts';

interface Offered {
  readonly act: CaseAct;
  readonly targetId: string;
  readonly assignmentId: string;
}

/** What the reader can do with the case now; the first act stands filled when it is the reader's turn. */
export function ActBar(target: Omit<ActTarget, 'targetId' | 'assignmentId'>): ReactElement | null {
  const [open, setOpen] = useState<Offered>();
  const acts = CASE_ACTS.filter(
    ({ roles }) => roles?.some((role) => target.me.roles.some((own) => own === role)) ?? true,
  );
  const offered = acts.flatMap((act): Offered[] =>
    target.file.availableActs
      .filter((available) => available.act === act.act)
      .map(({ targetId, assignmentId }) => ({ act, targetId, assignmentId })),
  );
  if (offered.length === 0) return null;
  return (
    <div className="act-bar" role="group" aria-label="可以办的事">
      {offered.map((each, index) => (
        <Button
          key={`${each.act.act} ${each.targetId} ${each.assignmentId}`}
          type={index === 0 && each.act.isRare !== true ? 'primary' : 'default'}
          onClick={() => setOpen(each)}
        >
          {each.act.name}
        </Button>
      ))}
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
