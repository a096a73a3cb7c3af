import type { ReactElement, ReactNode } from 'react';
import { DaysLeft } from '../design/days-left.tsx';
import { instantText } from '../design/days.ts';
import { partyName } from '../design/next-actor.tsx';
import { TitleText } from '../design/title-text.tsx';
import { word } from '../design/words.ts';
import type { CaseFile } from './use-case.ts';

/** Why nobody's turn comes any more, by stage. */
const ENDED: Readonly<Record<string, string>> = {
  closed: '已办结',
  archived: '已归档',
  withdrawn: '已撤回',
  'not-admitted': '不作为建议处理',
  merged: '已并入另一件',
};

/** 现在轮到: exactly one party, or nobody once the case is over; below it what the reader can do. */
export function NextStep(props: {
  readonly file: CaseFile;
  readonly today: string;
  readonly acts: ReactNode;
}): ReactElement {
  const { file, today, acts } = props;
  const next = file.summary?.next;
  if (next === undefined) {
    return (
      <section className="card next">
        <strong>没有要办的事</strong>
        <span className="quiet">{ENDED[file.summary?.stage ?? ''] ?? '现在不等任何一方'}</span>
        {acts}
      </section>
    );
  }
  return (
    <section className="card next">
      <span className="spread">
        <span className="quiet">现在轮到</span>
        {next.since !== '' && <span className="quiet">从 {instantText(next.since, today)} 起</span>}
      </span>
      <span className="spread">
        <strong className="title">
          <TitleText>{turnOf(file)}</TitleText>
          <span className="under">{word('act', next.act)}</span>
        </strong>
        {next.dueDate !== '' && (
          <DaysLeft dueDate={next.dueDate} today={today} provisional={next.provisional} />
        )}
      </span>
      {acts}
    </section>
  );
}

/** Of a merged case each signed suggestion has its own lead deputy, who evaluates for himself. */
function turnOf({ summary, leadDeputyId, parentCaseId }: CaseFile): string {
  const party = summary?.next?.party;
  const isOther = party?.kind === 'deputy' && party.id !== '' && party.id !== leadDeputyId;
  if (!isOther) return partyName(party);
  return parentCaseId === '' ? '并案建议的领衔代表' : '主案的领衔代表';
}
