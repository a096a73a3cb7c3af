import type { ReactElement } from 'react';

const PARTS = ['提交', '交办', '办理', '答复', '评价', '落实'] as const;
const DONE = PARTS.length;

/** The part a stage belongs to; six when all is done, none when the case ended on another way. */
const PART_OF: Readonly<Record<string, number>> = {
  draft: 0,
  cosigning: 0,
  'pre-review': 0,
  'returned-to-deputy': 0,
  submitted: 0,
  converted: 0,
  registered: 1,
  reviewed: 1,
  assigned: 1,
  'in-progress': 2,
  rehandling: 2,
  escalated: 2,
  replied: 4,
  evaluated: 5,
  'follow-up': 5,
  closed: DONE,
  archived: DONE,
};

/** The case's way in six parts, the current one hatched. */
export function ProgressBar({ stage, act }: { stage: string; act: string }): ReactElement | null {
  const part = act === 'deliver-reply' ? 3 : PART_OF[stage];
  if (part === undefined) return null;
  const said =
    part === DONE ? '六步都已完成' : `第 ${part + 1} 步，共 ${PARTS.length} 步：${PARTS[part] ?? ''}`;
  return (
    <span className="progress" role="img" aria-label={said} title={said}>
      {PARTS.map((name, index) => (
        <span key={name} className={index < part ? 'done' : index === part ? 'current' : ''} />
      ))}
    </span>
  );
}
