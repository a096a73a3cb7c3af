import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api, dataOf, Refused } from '../api/client.ts';

/** The code changes every minute. */
const REFRESH_MS = 10_000;

/** 签到码, large enough to be read across a room, in two groups of four; or why there is none. */
export function CheckInCode({ meetingId }: { meetingId: string }): ReactElement {
  const shown = useQuery({
    queryKey: ['check-in-code', meetingId],
    queryFn: async () => {
      const params = { path: { id: meetingId } };
      return dataOf(await api.GET('/api/v1/meetings/{id}/check-in-code', { params }));
    },
    refetchInterval: REFRESH_MS,
    retry: false,
  });
  if (shown.error !== null) {
    const why = shown.error instanceof Refused ? shown.error.message : '没有连上服务器，请检查网络';
    return <p className="quiet">没有签到码：{why}</p>;
  }
  const code = shown.data?.code ?? '';
  return (
    <div className="check-in">
      <span className="quiet">签到码</span>
      <output className="check-in-code" aria-label="签到码">
        {code.slice(0, 4)} {code.slice(4)}
      </output>
      <span className="quiet">到会的人在自己手机上填写，每分钟更换</span>
    </div>
  );
}
