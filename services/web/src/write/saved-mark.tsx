import { Button } from 'antd';
import type { ReactElement } from 'react';
import { timeText } from '../design/days.ts';
import type { Standing } from './draft-sync.ts';

/** Where the words are: on the server, or in this browser and on their way. */
export function SavedMark({ standing }: { standing: Standing }): ReactElement {
  return (
    <span className="saved-mark quiet" role="status">
      {textOf(standing)}
    </span>
  );
}

function textOf(standing: Standing): string {
  switch (standing.kind) {
    case 'blank':
      return '写的随时自动保存';
    case 'resting':
    case 'saving':
      return '正在保存';
    case 'saved':
      return `✓ 已保存 ${timeText(standing.at.toISOString())}`;
    case 'unreachable':
      return '已存本机，连上后自动保存';
    case 'session-over':
      return '已存本机，登录后自动保存';
    case 'refused':
      return '已存本机，还没有保存';
    case 'conflict':
      return '有两份内容，请选择';
  }
}

/** The phone's stripe while nobody answers. */
export function OfflineStripe({ retry }: { retry: () => void }): ReactElement {
  return (
    <p className="offline-stripe" role="status">
      已离线，写的都存在本机
      <Button type="link" size="small" onClick={retry}>
        现在再试
      </Button>
    </p>
  );
}
