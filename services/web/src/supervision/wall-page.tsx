import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useBusinessTime, useToday } from '../api/use-today.ts';
import { useUnits } from '../api/use-units.ts';
import { dayText, daysBetween, timeText, weekday } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { colourOf, StatusMark, type Colour } from '../design/status-mark.tsx';
import { TitleText } from '../design/title-text.tsx';
import { word } from '../design/words.ts';
import { inChinese } from '../language/in-chinese.ts';
import type { Me } from '../session/session.ts';
import { aheadOf, redCases, type RedCase } from './red-case.ts';
import { BOARD_REFRESH_MS, useBoard, type Board } from './use-board.ts';
import { useIsOld } from './use-is-old.ts';
import { useTurningPage } from './use-turning-page.ts';
import './wall.css';

const COLOURS: readonly Exclude<Colour, 'none'>[] = ['red', 'yellow', 'green'];

/** Red cases that a room reads at a time: each line is more than 28 px high. */
const PAGE_ROWS = 7;
/** Three looks at the board in vain: what stands on the wall is old. */
const STALE_AFTER_MS = 3 * BOARD_REFRESH_MS;

/** 三色墙: for a screen that everybody in the room reads, 1920 × 1080; nothing on it has to be pressed. */
export function WallPage({ me }: { me: Me }): ReactElement {
  const board = useBoard();
  const today = useToday();
  return (
    <main id="main" className="wall">
      <title>三色墙 · 回音</title>
      <header>
        <h1>{me.tenantName}代表建议三色墙</h1>
        <span className="wall-now">
          {dayText(today, today)} {weekday(today)} <WallTime board={board} />
        </span>
        <Link className="wall-leave" to="/supervision">
          离开大屏
        </Link>
      </header>
      <PageState query={board} what="三色墙">
        {(found) => <Wall board={found} today={today} />}
      </PageState>
    </main>
  );
}

/** The time; once the connection is lost, the time of what stands here. */
function WallTime({ board }: { board: UseQueryResult<Board> }): ReactElement {
  const now = useBusinessTime();
  const isOld = useIsOld(board.dataUpdatedAt, STALE_AFTER_MS);
  if (!isOld || board.data === undefined) return <b>{timeText(now)}</b>;
  return <b role="status">{timeText(board.data.asOf)} 的数据</b>;
}

function Wall({ board, today }: { board: Board; today: string }): ReactElement {
  const red = redCases(board.red);
  const { page, pages } = useTurningPage(Math.ceil(red.length / PAGE_ROWS));
  const shown = red.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS);
  const untold = board.cases.red - red.length;
  return (
    <>
      <section className="wall-counts" aria-label="各色件数">
        {COLOURS.map((colour) => (
          <p key={colour} className={colour}>
            <StatusMark colour={colour} text="" />
            <b>{board.cases[colour]}</b>
            <span>
              <strong>{word('colour', colour)}</strong> {word('colourMeaning', colour)}
            </span>
          </p>
        ))}
        <Shares cases={board.cases} />
      </section>
      <section className="wall-red" aria-label="红色">
        <h2>
          {board.cases.red === 0 ? '没有红色' : `${board.cases.red} 件红色，每件都有下一步`}
          <span>
            逾期在前
            {pages > 1 && (
              <b>
                {page + 1} / {pages}
              </b>
            )}
          </span>
        </h2>
        <ul>
          {shown.map((each) => (
            <RedRow key={each.caseId} red={each} today={today} />
          ))}
        </ul>
        {untold > 0 && <p className="wall-rest">另有 {untold} 件未列</p>}
      </section>
      <WallFoot board={board} today={today} />
    </>
  );
}

function RedRow({ red, today }: { red: RedCase; today: string }): ReactElement {
  const units = useUnits();
  const { number, title, nextAction, owner, unitId, dueDate, colourSince } = red.worst;
  const left = dueDate === '' ? -daysBetween(colourSince.slice(0, 10), today) : daysBetween(today, dueDate);
  return (
    <li>
      <span className="wall-number">{shortNumber(number)}</span>
      <span className="wall-what">
        <Link to={`/cases/${red.caseId}`}>
          <TitleText>{title}</TitleText>
        </Link>
        <span>{nextAction}</span>
      </span>
      <span className="wall-who">{units.get(unitId) ?? word('party', owner)}</span>
      <span className={left < 0 ? 'wall-days late' : 'wall-days'}>
        <b>{Math.abs(left)}</b>
        <span>
          天<br />
          {daysWord(left, dueDate)}
        </span>
      </span>
    </li>
  );
}

/** 30 of 第30号, 闭8 of 闭会第8号: a wall has no room for more. */
function shortNumber(number: string): string {
  return number.replace(/^闭会/, inChinese('闭')).replace(/第|号/g, '') || '—';
}

function daysWord(left: number, dueDate: string): string {
  if (dueDate === '') return '转红';
  return left < 0 ? '逾期' : '剩余';
}

function Shares({ cases }: { cases: Board['cases'] }): ReactElement {
  const all = cases.red + cases.yellow + cases.green;
  return (
    <>
      <div className="wall-bar" aria-hidden>
        {COLOURS.map((colour) => (
          <span key={colour} className={colourOf(colour)} style={{ flexGrow: cases[colour] }} />
        ))}
      </div>
      <span className="wall-all">在办 {all} 件</span>
    </>
  );
}

function WallFoot({ board, today }: { board: Board; today: string }): ReactElement {
  const { thisWeek, nextWeek, peak } = aheadOf(board.turningRed, today);
  return (
    <footer>
      <span>
        不办就会转红：本周 <b>{thisWeek}</b> 件，下周 <b>{nextWeek}</b> 件
        {peak !== undefined && (
          <strong>
            ，{dayText(peak.day, today)} {peak.cases} 件
          </strong>
        )}
      </span>
      <span>昨天转红 {board.turnedRedYesterday} 件</span>
    </footer>
  );
}
