import type { ReactElement } from 'react';
import { useNames } from '../api/use-names.ts';
import { daysLeftText } from '../design/days-left.tsx';
import { colourOf, StatusMark } from '../design/status-mark.tsx';
import { TitleText } from '../design/title-text.tsx';
import { word } from '../design/words.ts';
import { isRunning } from './clock-list.tsx';
import type { CaseFile } from './use-case.ts';

/** Title, colour, number, class, who asked and who handles it. */
export function CaseHeader(props: {
  readonly file: CaseFile;
  readonly today: string;
  readonly readerId: string;
}): ReactElement {
  const { file, today, readerId } = props;
  const { summary } = file;
  return (
    <header className="case-header">
      <h1 className="case-title">
        <TitleText>{summary === null || summary.title === '' ? '（还没有标题）' : summary.title}</TitleText>
      </h1>
      {summary !== null && (
        <div className="facts-line">
          {summary.origin === 'live' && summary.colour !== '' && (
            <StatusMark pill colour={summary.colour} text={colourText(file, today)} />
          )}
          {summary.displayNumber !== '' && <b>{summary.displayNumber}</b>}
          {summary.number !== '' && !summary.displayNumber.includes(summary.number) && (
            <span className="quiet">{summary.number}</span>
          )}
          {summary.isKey && <span className="chip key">重点</span>}
          {summary.handlingType === 'complex' && <span className="chip">复杂</span>}
          {summary.period !== '' && <span className="chip">{periodText(file)}</span>}
          {summary.stage !== '' && <span className="chip">{word('stage', summary.stage)}</span>}
          <Authors file={file} readerId={readerId} />
          {summary.leadUnits.length > 0 && (
            <span>
              主办 <b>{summary.leadUnits.map(({ name }) => name).join('、')}</b>
            </span>
          )}
        </div>
      )}
    </header>
  );
}

/** 黄 · 剩 14 日: the nearest date among the clocks that give the case its colour. */
function colourText({ summary, clocks }: CaseFile, today: string): string {
  const colour = colourOf(summary?.colour ?? '');
  const nearest = clocks
    .filter((clock) => isRunning(clock) && clock.colour === colour && clock.dueDate !== '')
    .map(({ dueDate }) => dueDate)
    .toSorted()
    .at(0);
  // Nobody waits any more: the clocks have not yet to start, they have stopped.
  const said = colour === 'none' && summary?.next === undefined ? '已停' : word('colour', colour);
  return nearest === undefined ? said : `${said} · ${daysLeftText(nearest, today)}`;
}

function periodText({ summary, cosignerIds }: CaseFile): string {
  const period = summary?.period === 'in-session' ? '大会期间' : '闭会期间';
  return cosignerIds.length > 0 ? `${period} · 联名` : period;
}

function Authors({ file, readerId }: { file: CaseFile; readerId: string }): ReactElement | null {
  const { leadDeputyId, cosignerIds, authorConfidential, hidden } = file;
  const names = useNames([leadDeputyId]);
  if (hidden.includes('author'))
    return <span className="quiet">{authorConfidential ? '不公开作者' : '作者按权限不显示'}</span>;
  if (leadDeputyId === '') return null;
  const name = leadDeputyId === readerId ? '您' : (names.get(leadDeputyId) ?? '代表');
  return (
    <span>
      领衔 <b>{name}</b>
      {cosignerIds.length > 0 && ` 等 ${cosignerIds.length + 1} 人`}
    </span>
  );
}
