import { Button } from 'antd';
import type { ReactElement } from 'react';
import { callTalk } from '../act/ladder/call-talk-form.tsx';
import { sendSupervisionLetter } from '../act/ladder/send-letter-form.tsx';
import { urgeUnit } from '../act/ladder/urge-form.tsx';
import { useUnits } from '../api/use-units.ts';
import { DaysLeft } from '../design/days-left.tsx';
import { PageState } from '../design/page-state.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import { word } from '../design/words.ts';
import { Shown } from '../design/shown.tsx';
import { ExportButton } from '../sheet/export-button.tsx';
import type { Column } from '../sheet/sheet.ts';
import { CaseCell } from '../design/case-cell.tsx';
import { redCases, type RedCase } from './red-case.ts';
import type { TabProps } from './supervision-page.tsx';
import { useBoard } from './use-board.ts';

/** Everything red: why, whose turn, since when, and the next rung. */
export function RedTab({ me, today, ask }: TabProps): ReactElement {
  const board = useBoard();
  const units = useUnits();
  return (
    <PageState query={board} what="红色时限">
      {({ red: clocks }) => {
        const red = redCases(clocks);
        if (red.length === 0) return <p className="nothing">没有红色。黄色的在“今天”里催办。</p>;
        return (
          <>
            <p className="spread">
              <span>{red.length} 件红色，逾期在前</span>
              <ExportButton name="红色" columns={redColumns(units)} items={() => Promise.resolve(red)} />
            </p>
            <Shown items={red}>
              {(shown) => (
                <table className="card wide-table stacked-table">
                  <caption className="unseen">红色</caption>
                  <thead>
                    <tr>
                      <th scope="col">建议</th>
                      <th scope="col">为什么红</th>
                      <th scope="col">谁在办</th>
                      <th scope="col">期限</th>
                      <th scope="col">
                        <span className="unseen">可以办的事</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {shown.map((each) => (
                      <RedRow key={each.caseId} red={each} {...{ me, today, ask }} />
                    ))}
                  </tbody>
                </table>
              )}
            </Shown>
          </>
        );
      }}
    </PageState>
  );
}

function RedRow({ red, me, today, ask }: TabProps & { readonly red: RedCase }): ReactElement {
  const units = useUnits();
  const { worst, clocks, caseId } = red;
  const isDesk = me.roles.includes('congress-desk');
  const forms = [urgeUnit, ...(isDesk ? [sendSupervisionLetter, callTalk] : [])];
  const mayUrge = worst.owner === 'unit' && (isDesk || me.roles.includes('government-office'));
  return (
    <tr>
      <CaseCell caseId={caseId} number={worst.number} title={worst.title} />
      <td>
        <StatusMark colour="red" text={worst.kindName} />
        <span className="quiet">
          {worst.reason}
          {clocks.length > 1 && `，另有 ${clocks.length - 1} 项红色`}
        </span>
      </td>
      <td>
        {units.get(worst.unitId) ?? word('party', worst.owner)}
        <span className="quiet">{worst.nextAction}</span>
      </td>
      <td>{worst.dueDate !== '' && <DaysLeft dueDate={worst.dueDate} today={today} />}</td>
      <td className="stacked-acts">
        {mayUrge &&
          forms.map((form) => (
            <Button
              key={form.act}
              size="small"
              onClick={() => ask({ form, caseId, targetId: worst.clockId })}
            >
              {form.name}
            </Button>
          ))}
      </td>
    </tr>
  );
}

function redColumns(units: ReadonlyMap<string, string>): readonly Column<RedCase>[] {
  return [
    { name: '编号', of: ({ worst }) => worst.number },
    { name: '标题', of: ({ worst }) => worst.title, width: 56 },
    { name: '时限', of: ({ worst }) => worst.kindName },
    { name: '为什么红', of: ({ worst }) => worst.reason, width: 56 },
    { name: '谁在办', of: ({ worst }) => units.get(worst.unitId) ?? word('party', worst.owner), width: 28 },
    { name: '下一步', of: ({ worst }) => worst.nextAction, width: 40 },
    { name: '到期', of: ({ worst }) => worst.dueDate, width: 12 },
  ];
}
