import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Schemas } from '../../../api/client.ts';
import { useToday } from '../../../api/use-today.ts';
import { Refusal } from '../../../act/refusal.tsx';
import type { Me } from '../../../session/session.ts';
import { readRows, withNotice, type FaultyRow, type ReadRows, type RowFault } from './calendar-rows.ts';
import { PreviewResult } from './preview-result.tsx';
import { usePreview } from './use-preview.ts';

const FAULTS: Readonly<Record<RowFault, string>> = {
  'row-incomplete': '要有日期、类别和名称三项',
  'day-invalid': '日期须写作 YYYY-MM-DD',
  'kind-unknown': '类别只能是休或者班',
  'name-too-long': '名称不能超过 60 个字',
  'day-twice': '这一天已经写过',
  'make-up-on-weekday': '调休上班的日子应当是周六或者周日',
  'of-another-year': '不是所填年度的日子',
  'json-unreadable': '不是放假安排的 JSON：要有 days，每天有 date、isOffDay 和 name',
};

/** One year's notice, typed or taken from a file; it is previewed before anything moves. */
export function NoticeForm({ me, calendar }: { me: Me; calendar: Schemas['Calendar'] }): ReactElement {
  const nextYear = String(Number(useToday().slice(0, 4)) + 1);
  const [text, setText] = useState('');
  const [year, setYear] = useState(nextYear);
  const [until, setUntil] = useState<string>();
  const [rows, setRows] = useState<ReadRows>();
  const { asking, reached } = usePreview();
  // The next notice may still reach back into the last days of December.
  const covered = `${year}-12-28`;
  const knownUntil = until ?? (covered > calendar.knownUntil ? covered : calendar.knownUntil);
  const changed = (change: () => void): void => {
    change();
    setRows(undefined);
    asking.reset();
  };
  const preview = (): void => {
    const read = readRows(text, year);
    setRows(read);
    if (read.type === 'faulty') return;
    const days = withNotice(calendar.days, year, read.days);
    asking.mutate({ knownUntil, days, basedOnVersion: calendar.version });
  };
  return (
    <section className="notice-form">
      <h2>换用新的放假安排</h2>
      <NoticeFields
        {...{ text, year, knownUntil }}
        onText={(wanted) => changed(() => setText(wanted))}
        onYear={(wanted) => changed(() => setYear(wanted))}
        onKnownUntil={(wanted) => changed(() => setUntil(wanted === '' ? undefined : wanted))}
      />
      {rows?.type === 'faulty' && <Faults faults={rows.faults} />}
      <Button
        onClick={preview}
        loading={asking.isPending}
        disabled={text.trim() === '' || !/^\d{4}$/u.test(year)}
      >
        预览
      </Button>
      {asking.isPending && (
        <p role="status">
          已算 {reached.cases} / {reached.total} 件
        </p>
      )}
      <Refusal error={asking.error} />
      {asking.data !== undefined && <PreviewResult me={me} preview={asking.data} onApplied={asking.reset} />}
    </section>
  );
}

function NoticeFields(props: {
  readonly text: string;
  readonly year: string;
  /** YYYY-MM-DD: later due dates stay provisional. */
  readonly knownUntil: string;
  readonly onText: (text: string) => void;
  readonly onYear: (year: string) => void;
  readonly onKnownUntil: (day: string) => void;
}): ReactElement {
  return (
    <>
      <p>
        <label>
          年度{' '}
          <Input value={props.year} maxLength={4} onChange={({ target }) => props.onYear(target.value)} />
        </label>
      </p>
      <p>
        <label>
          放假安排公布到{' '}
          <Input
            type="date"
            className="day-field"
            value={props.knownUntil}
            onChange={({ target }) => props.onKnownUntil(target.value)}
          />
        </label>{' '}
        <span className="quiet">此后的到期日都是暂定。</span>
      </p>
      <p>
        <label>
          放假和调休，每行一天：日期，休或者班，名称
          <Input.TextArea
            rows={8}
            value={props.text}
            placeholder="2027-02-05，休，春节"
            onChange={({ target }) => props.onText(target.value)}
          />
        </label>
      </p>
      <p>
        <label>
          或者选 .csv、.json 文件{' '}
          <input
            type="file"
            accept=".csv,.txt,.json"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) void file.text().then(props.onText);
            }}
          />
        </label>
      </p>
    </>
  );
}

function Faults({ faults }: { faults: readonly FaultyRow[] }): ReactElement {
  return (
    <ul role="alert">
      {faults.map(({ line, fault }) => (
        <li key={line}>
          第 {line} 行：{FAULTS[fault]}
        </li>
      ))}
    </ul>
  );
}
