import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { Refused, referenceText } from '../api/client.ts';

/** Why an act was refused and what to do; nothing while there is no refusal. What was typed stays in the form. */
export function Refusal({ error }: { error: unknown }): ReactElement | null {
  if (error === null || error === undefined) return null;
  if (!(error instanceof Refused)) {
    return (
      <Alert
        type="error"
        showIcon
        className="failure"
        role="alert"
        title="没有连上服务器，请检查网络后再按一次"
        description="写的内容都还在，再按一次不会重复提交。"
      />
    );
  }
  const { problem } = error;
  const what =
    WHAT_TO_DO[problem.code] ?? (problem.status === 403 ? '这项权限属于别的身份，请联系本级代表工委。' : '');
  return (
    <Alert
      type="error"
      showIcon
      className="failure"
      role="alert"
      title={problem.detail ?? problem.title}
      description={[what, `原因代码 ${problem.code}`, referenceText(problem)].filter(Boolean).join(' · ')}
    />
  );
}

/** What helps where the reason alone does not say it. */
const WHAT_TO_DO: Readonly<Record<string, string>> = {
  'version-conflict': '别人刚刚改过，请看过新的内容再提交',
  'fact-not-yet-known': '别的部门刚做的事还没有到，请过几秒再试',
  'attachment-unknown': '请把这个附件去掉再选一次，写的内容都还在',
  'attachment-expired': '请把这个附件去掉再选一次，写的内容都还在',
  'session-expired': '请重新登录，写的内容都还在',
};
