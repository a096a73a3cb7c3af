import { Tabs } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { usePhone } from '../design/use-phone.ts';
import { Documents } from './documents.tsx';
import { Meetings } from './meetings-part.tsx';
import { Evaluations, Promises, Register, Replies, Shares, SuggestionText } from './parts.tsx';
import { TaskForcePart } from './task-force-part.tsx';
import { Timeline } from './timeline.tsx';
import type { CaseFile } from './use-case.ts';

interface Part {
  readonly key: string;
  readonly name: string;
  /** How many the part has; undefined where counting says nothing. */
  readonly count?: number;
  readonly content: ReactNode;
}

interface CasePartsProps {
  readonly id: string;
  readonly file: CaseFile;
  readonly today: string;
}

/** The case's parts: tabs on a desktop; on a phone one below the other, with anchors to jump. */
export function CaseParts(props: CasePartsProps): ReactElement {
  const parts = partsOf(props);
  const isPhone = usePhone();
  const [search, setSearch] = useSearchParams();
  if (isPhone) return <Stacked parts={parts} />;
  const asked = search.get('part');
  const active = parts.find(({ key }) => key === asked)?.key ?? parts[0]?.key ?? '';
  return (
    <section className="card case-parts">
      <Tabs
        activeKey={active}
        onChange={(part) => setSearch({ part }, { replace: true })}
        items={parts.map((part) => ({
          key: part.key,
          label: <PartName part={part} />,
          children: part.content,
        }))}
      />
    </section>
  );
}

function Stacked({ parts }: { parts: readonly Part[] }): ReactElement {
  return (
    <>
      {parts.length > 1 && (
        <nav className="anchors" aria-label="本页各部分">
          {parts.map((part) => (
            <a key={part.key} href={`#${part.key}`}>
              <PartName part={part} />
            </a>
          ))}
        </nav>
      )}
      {parts.map((part) => (
        <section key={part.key} id={part.key} className="card">
          <h2>{part.name}</h2>
          {part.content}
        </section>
      ))}
    </>
  );
}

function PartName({ part: { name, count } }: { part: Part }): ReactElement {
  return (
    <>
      {name}
      {count !== undefined && <span className="count"> {count}</span>}
    </>
  );
}

function partsOf({ id, file, today }: CasePartsProps): readonly Part[] {
  if (file.summary?.origin === 'register') {
    return [{ key: 'register', name: '历史台账', content: <Register fields={file.registerFields} /> }];
  }
  const units = new Map(file.shares.map(({ unit }) => [unit?.id ?? '', unit?.name ?? '']));
  const heldMeetings = file.meetings.filter(({ state }) => state === 'held' || state === 'confirmed');
  return [
    { key: 'timeline', name: '事实经过', content: <Timeline id={id} today={today} units={units} /> },
    { key: 'text', name: '建议', content: <SuggestionText file={file} /> },
    { key: 'shares', name: '承办', count: file.shares.length, content: <Shares file={file} today={today} /> },
    ...(hasTaskForcePart(file)
      ? [{ key: 'task-force', name: '专班', content: <TaskForcePart caseId={id} today={today} /> }]
      : []),
    {
      key: 'meetings',
      name: '见面',
      count: heldMeetings.length,
      content: <Meetings caseId={id} file={file} today={today} />,
    },
    {
      key: 'replies',
      name: '答复',
      count: file.replies.length,
      content: <Replies file={file} today={today} />,
    },
    {
      key: 'evaluations',
      name: '评价',
      count: file.evaluations.length,
      content: <Evaluations file={file} today={today} />,
    },
    { key: 'documents', name: '文书', content: <Documents id={id} file={file} today={today} /> },
    ...(file.promises.length === 0
      ? []
      : [
          {
            key: 'promises',
            name: '承诺',
            count: file.promises.length,
            content: <Promises file={file} today={today} />,
          },
        ]),
  ];
}

/** 专班 is for complex and key items that are handled, for its members and the offices to see. */
function hasTaskForcePart({ summary, shares, hidden }: CaseFile): boolean {
  const wanted = summary?.isKey === true || summary?.handlingType === 'complex';
  return wanted && shares.length > 0 && !hidden.includes('task-force');
}
