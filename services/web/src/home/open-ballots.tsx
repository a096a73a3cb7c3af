import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { api, dataOf } from '../api/client.ts';
import { word } from '../design/words.ts';

/** The newest are enough: a meeting votes on a few things. */
const MOST_SHOWN = 5;
const OPEN: readonly string[] = ['check-in', 'checked-in', 'casting'];

/** 正在进行的无记名投票 in which the deputy takes part; nothing when there is none, or none can be had. */
export function OpenBallots(): ReactElement | null {
  const ballots = useQuery({
    queryKey: ['ballots', 'open'],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/ballots', { params: { query: { limit: MOST_SHOWN } } })).items,
  });
  const open = (ballots.data ?? []).filter(({ status, mine }) => OPEN.includes(status) && mine !== 'none');
  if (open.length === 0) return null;
  return (
    <section className="upcoming" aria-label="无记名投票">
      <h2>无记名投票</h2>
      <ul>
        {open.map(({ ballotId, status, title }) => (
          <li key={ballotId}>
            <Link to="/ballots">
              <b>{word('ballotState', status)}</b> {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
