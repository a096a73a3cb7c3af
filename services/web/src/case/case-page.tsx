import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { api, dataOf } from '../api/client.ts';
import { PageState } from '../design/page-state.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import { dayText, word } from '../design/words.ts';
import { ClockList } from './clock-list.tsx';
import { Stepper } from './stepper.tsx';
import { Timeline } from './timeline.tsx';

/** The one page of a case, for every role with its own rights. */
export function CasePage(): ReactElement {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['case', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/cases/{id}', { params: { path: { id } } })),
  });
  return (
    <main id="main">
      <PageState query={query}>{(file) => <CaseView id={id} file={file} />}</PageState>
    </main>
  );
}

export type CaseFile = NonNullable<Awaited<ReturnType<typeof readCase>>>;

async function readCase(id: string) {
  return dataOf(await api.GET('/api/v1/cases/{id}', { params: { path: { id } } }));
}

function CaseView({ id, file }: { id: string; file: CaseFile }): ReactElement {
  const { summary, text } = file;
  const today = file.asOf || new Date().toISOString();
  return (
    <>
      <h1 className="case-title">{summary?.title}</h1>
      <div className="facts-line">
        {summary?.origin === 'live' && <StatusMark pill colour={summary.colour} />}
        <b>{summary?.displayNumber}</b>
        <span className="quiet">{summary?.number}</span>
        {summary?.isKey === true && <span className="chip key">重点</span>}
        {summary?.handlingType === 'complex' && <span className="chip">复杂</span>}
        <span className="chip">{word('stage', summary?.stage ?? '')}</span>
        <span>主办 {summary?.leadUnits.map(({ name }) => name).join('、') || '未定'}</span>
      </div>
      {file.steps.length > 0 && <Stepper steps={file.steps} today={today} />}
      <div className="case-grid">
        <div>
          {text !== null && (
            <section className="card">
              <h2>建议</h2>
              <p className="prewrap">{text.facts}</p>
              <ol className="demands">
                {text.demands.map((demand) => (
                  <li key={demand}>{demand}</li>
                ))}
              </ol>
            </section>
          )}
          <Register fields={file.registerFields} />
          {summary?.origin === 'live' && <Timeline id={id} />}
        </div>
        <aside>
          <NextActor file={file} today={today} />
          <ClockList clocks={file.clocks} hidden={file.hidden.includes('colours')} today={today} />
          <Shares file={file} />
        </aside>
      </div>
    </>
  );
}

function NextActor({ file, today }: { file: CaseFile; today: string }): ReactElement | null {
  const next = file.summary?.next;
  if (next === undefined) return null;
  return (
    <section className="card next">
      <span className="quiet">现在轮到</span>
      <div>
        <strong>{next.party?.name || word('party', next.party?.kind ?? '')}</strong> · {word('act', next.act)}
      </div>
      {next.dueDate !== '' && <span>{dayText(next.dueDate, today)}到期</span>}
    </section>
  );
}

function Shares({ file }: { file: CaseFile }): ReactElement | null {
  if (file.shares.length === 0) return null;
  return (
    <section className="card">
      <h2>承办</h2>
      <ul className="clocks">
        {file.shares.map((share) => (
          <li key={share.assignmentId}>
            <span>
              {word('share', share.role)} {share.unit?.name}
              {share.liaisonUntrained && <div className="quiet">联络员没有有效培训合格证</div>}
            </span>
            <span className="quiet">{word('shareState', share.state)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Register({ fields }: { fields: Readonly<Record<string, string>> }): ReactElement | null {
  const entries = Object.entries(fields);
  if (entries.length === 0) return null;
  return (
    <section className="card">
      <h2>历史台账</h2>
      <ul className="clocks">
        {entries.map(([column, value]) => (
          <li key={column}>
            <span className="quiet">{column}</span>
            <span className="prewrap">{value}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
