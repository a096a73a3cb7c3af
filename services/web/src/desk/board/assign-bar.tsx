import { Alert, Button, Popconfirm } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Refusal } from '../../act/refusal.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { word } from '../../design/words.ts';
import { ROLES } from '../../act/units/shares-fault.ts';
import type { AssignList, WishReasons } from './use-assign-list.ts';

/** Suggestions handed over in one request. */
const MOST_AT_ONCE = 50;

/** 交办清单: what is to be handed over, and what became of it, item by item. */
export function AssignBar(props: {
  readonly list: AssignList;
  readonly reasons: WishReasons;
  readonly titles: ReadonlyMap<string, string>;
  readonly remove: (suggestionIds: readonly string[]) => void;
}): ReactElement {
  const { list, reasons, titles, remove } = props;
  const entries = Object.entries(list).slice(0, MOST_AT_ONCE);
  const [results, setResults] = useState<readonly Schemas['BatchItemResult'][]>([]);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const sent = useRef({ content: '', key: '' });
  const queries = useQueryClient();
  const assign = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const items = entries.map(([suggestionId, shares]) => ({
      ...{ suggestionId, shares: [...shares] },
      wishReason: reasons[suggestionId] ?? '',
    }));
    const content = JSON.stringify(items);
    // The same list keeps its key until it is answered, so that a lost answer does nothing twice.
    if (sent.current.content !== content) sent.current = { content, key: crypto.randomUUID() };
    try {
      const params = { header: { 'idempotency-key': sent.current.key } };
      const answer = await api.POST('/api/v1/suggestions:batch-assign', { params, body: { items } });
      const { results: got } = dataOf(answer);
      sent.current = { content: '', key: '' };
      setResults(got);
      remove(got.filter(({ outcome }) => outcome === 'done').map(({ suggestionId }) => suggestionId));
      await queries.invalidateQueries();
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <footer
      className={entries.length === 0 && results.length === 0 ? 'assign-bar card idle' : 'assign-bar card'}
    >
      <Refusal error={error} />
      <Results results={results} titles={titles} />
      <div className="spread">
        <span>
          <b>交办清单 {entries.length} 件</b> <span className="quiet">{countsText(list)}</span>
        </span>
        <Popconfirm
          title={`交办 ${entries.length} 件`}
          description="交办后法定期限起算，单位和代表都会收到通知，不能收回。"
          okText={`交办 ${entries.length} 件`}
          cancelText="先不办"
          onConfirm={() => void assign()}
          disabled={entries.length === 0}
        >
          <Button disabled={entries.length === 0} loading={busy}>
            交办
          </Button>
        </Popconfirm>
      </div>
    </footer>
  );
}

function Results(props: {
  readonly results: readonly Schemas['BatchItemResult'][];
  readonly titles: ReadonlyMap<string, string>;
}): ReactElement | null {
  const { results, titles } = props;
  if (results.length === 0) return null;
  const refused = results.filter(({ outcome }) => outcome === 'refused');
  const done = results.length - refused.length;
  const said = refused.length === 0 ? `交办 ${done} 件` : `交办 ${done} 件，${refused.length} 件没有办成`;
  return (
    <Alert
      className="failure"
      role="status"
      type={refused.length === 0 ? 'info' : 'error'}
      showIcon
      title={said}
      description={
        refused.length > 0 && (
          <ul>
            {refused.map(({ suggestionId, message, code }) => (
              <li key={suggestionId}>
                {titles.get(suggestionId) ?? '这件建议'}：{message}（原因代码 {code}）
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}

/** 主办 9 个 · 协办 15 个 */
function countsText(list: AssignList): string {
  const shares = Object.values(list).flat();
  return ROLES.map((role) => ({ role, count: shares.filter((share) => share.role === role).length }))
    .filter(({ count }) => count > 0)
    .map(({ role, count }) => `${word('share', role)} ${count} 个`)
    .join(' · ');
}
