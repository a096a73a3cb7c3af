import { Button, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { checkTalk } from '../act/ladder/check-talk-form.tsx';
import { holdTalk } from '../act/ladder/hold-talk-form.tsx';
import { useUnits } from '../api/use-units.ts';
import { DaysLeft } from '../design/days-left.tsx';
import { dayText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { choices, word } from '../design/words.ts';
import { Shown } from '../design/shown.tsx';
import { ExportButton } from '../sheet/export-button.tsx';
import type { Column } from '../sheet/sheet.ts';
import { CaseCell } from '../design/case-cell.tsx';
import type { TabProps } from './supervision-page.tsx';
import { useTalks, type Talk } from './use-ladder.ts';

type Status = 'called' | 'held' | 'checked' | 'dropped';

/** 约谈: called, held with an undertaking, checked on the day agreed. */
export function TalksTab({ me, today, ask }: TabProps): ReactElement {
  const [status, setStatus] = useState<Status>('called');
  const talks = useTalks(status);
  const units = useUnits();
  const isDesk = me.roles.includes('congress-desk');
  return (
    <>
      <div className="toolbar">
        <Segmented<Status>
          aria-label="状态"
          value={status}
          options={choices('talkState') as { value: Status; label: string }[]}
          onChange={setStatus}
        />
        {talks.data !== undefined && (
          <ExportButton name="约谈" columns={talkColumns(units)} items={() => Promise.resolve(talks.data)} />
        )}
      </div>
      <PageState query={talks} what="约谈">
        {(found) =>
          found.length === 0 ? (
            <p className="nothing">没有{word('talkState', status)}的约谈。</p>
          ) : (
            <Shown items={found}>
              {(shown) => (
                <table className="card wide-table stacked-table">
                  <caption className="unseen">约谈</caption>
                  <thead>
                    <tr>
                      <th scope="col">建议</th>
                      <th scope="col">约谈谁</th>
                      <th scope="col">{isHeld(status) ? '单位的承诺' : '要谈的问题'}</th>
                      <th scope="col">{status === 'checked' ? '复查' : '何时'}</th>
                      <th scope="col">
                        <span className="unseen">可以办的事</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {shown.map((talk) => (
                      <TalkRow key={talk.talkId} talk={talk} today={today} ask={isDesk ? ask : undefined} />
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

function TalkRow(props: {
  readonly talk: Talk;
  readonly today: string;
  /** Only 代表工委 holds and checks talks. */
  readonly ask: TabProps['ask'] | undefined;
}): ReactElement {
  const { talk, today, ask } = props;
  const units = useUnits();
  const { suggestionId, talkId, number, title, unitId, status, cause, problems, undertaking } = talk;
  const form = status === 'called' ? holdTalk : checkTalk;
  return (
    <tr>
      <CaseCell caseId={suggestionId} number={number} title={title} />
      <td>
        {units.get(unitId)}
        <span className="quiet">{word('talkCause', cause)}</span>
      </td>
      <td>{isHeld(status) ? undertaking : problems}</td>
      <td>
        <When talk={talk} today={today} />
      </td>
      <td className="stacked-acts">
        {ask !== undefined && (status === 'called' || status === 'held') && (
          <Button size="small" onClick={() => ask({ form, caseId: suggestionId, targetId: talkId })}>
            {form.name}
          </Button>
        )}
      </td>
    </tr>
  );
}

function isHeld(status: string): boolean {
  return status === 'held' || status === 'checked';
}

function When({ talk, today }: { talk: Talk; today: string }): ReactElement {
  const { status, holdBy, checkOn, checkedOn, undertakingKept, findings } = talk;
  if (status === 'dropped') return <>应在{dayText(holdBy, today)}前约谈</>;
  if (status !== 'checked')
    return <DaysLeft dueDate={status === 'called' ? holdBy : checkOn} today={today} />;
  return (
    <>
      {undertakingKept ? '做到了' : '没有做到'}
      <span className="quiet">
        {dayText(checkedOn, today)}，{findings}
      </span>
    </>
  );
}

function talkColumns(units: ReadonlyMap<string, string>): readonly Column<Talk>[] {
  return [
    { name: '编号', of: ({ number }) => number },
    { name: '标题', of: ({ title }) => title, width: 56 },
    { name: '约谈单位', of: ({ unitId }) => units.get(unitId) ?? '', width: 28 },
    { name: '起因', of: ({ cause }) => word('talkCause', cause), width: 24 },
    { name: '问题', of: ({ problems }) => problems, width: 56 },
    { name: '通知日期', of: ({ calledOn }) => calledOn, width: 12 },
    { name: '约谈期限', of: ({ holdBy }) => holdBy, width: 12 },
    { name: '约谈日期', of: ({ heldOn }) => heldOn, width: 12 },
    { name: '纪要', of: ({ minutes }) => minutes, width: 56 },
    { name: '承诺', of: ({ undertaking }) => undertaking, width: 56 },
    { name: '复查日期', of: ({ checkedOn, checkOn }) => checkedOn || checkOn, width: 12 },
    { name: '复查情况', of: ({ findings }) => findings, width: 56 },
  ];
}
