import { message } from 'antd';
import type { ReactElement } from 'react';
import { Refused, referenceText } from '../api/client.ts';

interface Told {
  /** To be shown by who uses it; takes no room. */
  readonly holder: ReactElement;
  /** Does it; when it fails, what is said over the page begins with `what` did not happen. */
  readonly attempt: (what: string, work: () => Promise<void>) => void;
}

/** For buttons of the frame, which have no room for a refusal of their own. */
export function useTold(): Told {
  const [messages, holder] = message.useMessage();
  const attempt = (what: string, work: () => Promise<void>): void => {
    work().catch((error: unknown) => void messages.error(`${what}：${reasonOf(error)}`));
  };
  return { holder, attempt };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Refused)) return '没有连上服务器，请检查网络后再按一次';
  return [error.message, referenceText(error.problem)].filter(Boolean).join(' · ');
}
