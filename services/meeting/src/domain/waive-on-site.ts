import type { LocalDate } from '@huiyin/kernel/local-date';
import { shareOf, type CaseFile } from './case-file.ts';
import { cancelClock } from './clock-fact.ts';
import type { Decision } from './events.ts';
import { invalid, notYetKnown, wrongState } from './rejections.ts';

export interface WaiveOnSite {
  readonly assignmentId: string;
  readonly reason: string;
  readonly today: LocalDate;
}

/** 代表工委 does without the on-site meeting 现场会 that complex and key cases need, and says why (decisions.md 5). */
export function waiveOnSite(file: CaseFile, command: WaiveOnSite): Decision {
  const { assignmentId, today } = command;
  const reason = command.reason.trim();
  const share = shareOf(file, assignmentId);
  if (share === undefined) return notYetKnown('assignment', file.fileId, '交办信息尚未同步，请稍后再试');
  if (reason === '') return invalid('reason-missing', '请说明免开现场会的理由', 'reason');
  if (share.standing === 'left') return wrongState('share-left', '该承办任务已退办或结束');
  switch (share.onSite.phase) {
    case 'held':
      return wrongState('on-site-already-held', '现场会已召开，不需要免开');
    case 'optional':
    case 'waived':
      return wrongState('on-site-not-required', '该件不要求召开现场会或已免开');
    case 'required':
      return [
        {
          type: 'on-site-waived',
          assignmentId,
          reason,
          clocks: [cancelClock({ kind: 'on_site', subject: assignmentId, round: 1 }, today)],
        },
      ];
  }
}
