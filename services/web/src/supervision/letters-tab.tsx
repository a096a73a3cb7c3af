import { Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { useUnits } from '../api/use-units.ts';
import { DaysLeft } from '../design/days-left.tsx';
import { dayText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { Shown } from '../design/shown.tsx';
import { ExportButton } from '../sheet/export-button.tsx';
import type { Column } from '../sheet/sheet.ts';
import { CaseCell } from '../design/case-cell.tsx';
import type { TabProps } from './supervision-page.tsx';
import { useLetters, type Letter } from './use-ladder.ts';

type Status = 'sent' | 'answered' | 'dropped';

const STATUSES: { value: Status; label: string }[] = [
  { value: 'sent', label: '等答复' },
  { value: 'answered', label: '已答复' },
  { value: 'dropped', label: '结束前没有答复' },
];

const NOTHING: Readonly<Record<Status, string>> = {
  sent: '没有等答复的督办函。',
  answered: '还没有答复过的督办函。',
  dropped: '没有到案件结束仍未答复的督办函。',
};

/** 督办函: what was asked of whom, and what was answered. */
export function LettersTab({ today }: TabProps): ReactElement {
  const [status, setStatus] = useState<Status>('sent');
  const letters = useLetters(status);
  const units = useUnits();
  return (
    <>
      <div className="toolbar">
        <Segmented<Status> aria-label="状态" value={status} options={STATUSES} onChange={setStatus} />
        {letters.data !== undefined && (
          <ExportButton
            name="督办函"
            columns={letterColumns(units)}
            items={() => Promise.resolve(letters.data)}
          />
        )}
      </div>
      <PageState query={letters} what="督办函">
        {(found) =>
          found.length === 0 ? (
            <p className="nothing">{NOTHING[status]}</p>
          ) : (
            <Shown items={found}>
              {(shown) => (
                <table className="card wide-table stacked-table">
                  <caption className="unseen">督办函</caption>
                  <thead>
                    <tr>
                      <th scope="col">建议</th>
                      <th scope="col">发给</th>
                      <th scope="col">督办事由和要求</th>
                      <th scope="col">{status === 'answered' ? '答复' : '何时答复'}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {shown.map((letter) => (
                      <LetterRow key={letter.letterId} letter={letter} today={today} />
                    ))}
                  </tbody>
                </table>
              )}
            </Shown>
          )
        }
      </PageState>
    </>
  );
}

function LetterRow({ letter, today }: { letter: Letter; today: string }): ReactElement {
  const units = useUnits();
  const { suggestionId, number, title, unitId, sentOn, automatic, facts, requiredAction } = letter;
  return (
    <tr>
      <CaseCell caseId={suggestionId} number={number} title={title} />
      <td>
        {units.get(unitId)}
        <span className="quiet">
          {dayText(sentOn, today)}
          {automatic && '，自动发出'}
        </span>
      </td>
      <td>
        {facts}
        <span className="quiet">{requiredAction}</span>
      </td>
      <td>
        <Answer letter={letter} today={today} />
      </td>
    </tr>
  );
}

function Answer({ letter, today }: { letter: Letter; today: string }): ReactElement {
  const { status, answerDue, progress, measures, promisedOn } = letter;
  if (status === 'sent') return <DaysLeft dueDate={answerDue} today={today} />;
  if (status === 'dropped') return <>应在{dayText(answerDue, today)}前答复</>;
  return (
    <>
      {progress}
      <span className="quiet">
        {measures}，{dayText(promisedOn, today)}完成
      </span>
    </>
  );
}

function letterColumns(units: ReadonlyMap<string, string>): readonly Column<Letter>[] {
  return [
    { name: '编号', of: ({ number }) => number },
    { name: '标题', of: ({ title }) => title, width: 56 },
    { name: '发给', of: ({ unitId }) => units.get(unitId) ?? '', width: 28 },
    { name: '发函日期', of: ({ sentOn }) => sentOn, width: 12 },
    { name: '督办事由', of: ({ facts }) => facts, width: 56 },
    { name: '督办要求', of: ({ requiredAction }) => requiredAction, width: 40 },
    { name: '答复期限', of: ({ answerDue }) => answerDue, width: 12 },
    { name: '答复日期', of: ({ answeredOn }) => answeredOn, width: 12 },
    { name: '进展', of: ({ progress }) => progress, width: 56 },
    { name: '措施', of: ({ measures }) => measures, width: 56 },
    { name: '承诺完成日期', of: ({ promisedOn }) => promisedOn, width: 12 },
  ];
}
