import { Button } from 'antd';
import BulbOutlined from '@ant-design/icons/BulbOutlined';
import CheckOutlined from '@ant-design/icons/CheckOutlined';
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Refused } from '../api/client.ts';
import type { ReplyCheck } from './reply-checks.ts';
import type { AtRest } from './use-at-rest.ts';

/** 送签前检查: what is missing first, each with the way to its place. */
export function ReplyCheckList({
  checks,
  asked,
  caseId,
}: {
  checks: readonly ReplyCheck[];
  /** How the checks were asked for. */
  asked: AtRest<unknown>;
  caseId: string;
}): ReactElement {
  const ordered = LEVELS.flatMap((wanted) => checks.filter(({ level }) => level === wanted));
  return (
    <section className="reply-checks" aria-label="送签前检查">
      <h2 className="spread">
        <span aria-live="polite">送签前检查 {outcome(checks, asked)}</span>
        <span className="quiet">边写边查 · F8 下一项</span>
      </h2>
      {asked.error !== undefined && (
        <p className="quiet" role="status">
          {asked.error instanceof Refused ? `${asked.error.message}。` : '没有连上服务器。'}
          {asked.answer !== undefined && '检查还是上一次的'}
        </p>
      )}
      <ul>
        {ordered.map((check) => (
          <li key={`${check.level} ${check.place} ${check.text}`} className={check.level}>
            {MARKS[check.level]}
            <span>
              {check.text} {check.level !== 'done' && <Way check={check} caseId={caseId} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Old answers are no verdict on new words. */
function outcome(checks: readonly ReplyCheck[], { answer, isCurrent, error }: AtRest<unknown>): string {
  if (!isCurrent && error === undefined) return '正在查';
  if (answer === undefined) return '还没有查';
  const failed = checks.filter(({ level }) => level === 'must').length;
  return failed === 0 ? '都过了' : `${failed} 项未过`;
}

function Way({ check, caseId }: { check: ReplyCheck; caseId: string }): ReactElement {
  if (check.place === '') return <Link to={`/cases/${caseId}`}>去办</Link>;
  return (
    <Button type="link" size="small" onClick={() => goTo(check.place)} aria-label={`去写：${check.text}`}>
      {check.level === 'must' ? '去写' : '看'}
    </Button>
  );
}

/** Brings a field of the page into sight and puts the cursor into it. */
export function goTo(place: string): void {
  const found = document.getElementById(place);
  found?.scrollIntoView({ block: 'center' });
  found?.focus({ preventScroll: true });
}

const LEVELS = ['must', 'advice', 'done'] as const;
const MARKS = {
  must: <CloseOutlined aria-label="未过" />,
  advice: <BulbOutlined aria-label="建议" />,
  done: <CheckOutlined aria-label="已过" />,
} as const;
