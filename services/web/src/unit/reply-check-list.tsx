import { Button } from 'antd';
import BulbOutlined from '@ant-design/icons/BulbOutlined';
import CheckOutlined from '@ant-design/icons/CheckOutlined';
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { ReplyCheck } from './reply-checks.ts';

/** 送签前检查: what is missing first, each with the way to its place. */
export function ReplyCheckList({
  checks,
  caseId,
}: {
  checks: readonly ReplyCheck[];
  caseId: string;
}): ReactElement {
  const failed = checks.filter(({ level }) => level === 'must').length;
  const ordered = LEVELS.flatMap((wanted) => checks.filter(({ level }) => level === wanted));
  return (
    <section className="reply-checks" aria-label="送签前检查">
      <h2 className="spread">
        <span aria-live="polite">送签前检查 {failed === 0 ? '都过了' : `${failed} 项未过`}</span>
        <span className="quiet">边写边查 · F8 下一项</span>
      </h2>
      <ul>
        {ordered.map((check) => (
          <li key={`${check.level} ${check.text}`} className={check.level}>
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

const LEVELS = ['must', 'should', 'done'] as const;
const MARKS = {
  must: <CloseOutlined aria-label="未过" />,
  should: <BulbOutlined aria-label="建议" />,
  done: <CheckOutlined aria-label="已过" />,
} as const;
