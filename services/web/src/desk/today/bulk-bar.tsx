import { Button, Input, Popconfirm } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import { keep, keptUnder } from '../../act/kept.ts';
import { isText } from '../../act/kept-shape.ts';
import { Refusal } from '../../act/refusal.tsx';
import { useKeys } from '../../act/use-keys.ts';
import { api, dataOf } from '../../api/client.ts';
import { inChinese } from '../../language/in-chinese.ts';
import type { Me } from '../../session/session.ts';
import type { CaseSummary } from './queue.ts';
import { urgePlan, type UrgePlan } from './urging.ts';
import { useUrging } from './use-today-queue.ts';

/** What can be done with all chosen cases at once; says beforehand which are skipped and why. */
export function BulkBar(props: {
  readonly me: Me;
  readonly chosen: readonly CaseSummary[];
  readonly today: string;
  readonly clear: () => void;
}): ReactElement | null {
  const { me, chosen, today, clear } = props;
  const known = useUrging(today, chosen.length > 0);
  const keptAs = `${me.personId}.urge-message`;
  const [message, setMessage] = useState(() => keptUnder(keptAs, isText) ?? DEFAULT_MESSAGE);
  const [asking, setAsking] = useState(false);
  const { urge, error, said, busy } = useUrgeAll(clear);
  const plan = known.data && urgePlan(chosen, known.data.clocks, known.data.urgedToday);
  const count = plan?.clocks.length ?? 0;
  useKeys({ u: count > 0 ? () => setAsking(true) : undefined });
  if (chosen.length === 0) {
    return said === '' ? null : (
      <p className="bulk-said" role="status">
        {said}
      </p>
    );
  }
  return (
    <section className="bulk-bar" aria-label="选上的">
      <Refusal error={error ?? known.error} />
      <span>
        <b>已选 {chosen.length} 件</b>{' '}
        <span role="status">{plan === undefined ? '还在取数' : planText(plan)}</span>
      </span>
      <span className="bulk-acts">
        <Button ghost onClick={clear}>
          清除
        </Button>
        <Popconfirm
          open={asking}
          onOpenChange={setAsking}
          title={`催办 ${count} 件`}
          description={
            <Input.TextArea
              rows={3}
              aria-label="催办的话"
              value={message}
              maxLength={2_000}
              onChange={({ target }) => {
                keep(keptAs, target.value);
                setMessage(target.value);
              }}
            />
          }
          okText="发出"
          cancelText="先不催"
          okButtonProps={{ disabled: message.trim() === '' }}
          onConfirm={() => plan && void urge(plan, message.trim())}
        >
          <Button disabled={count === 0} loading={busy}>
            催办 {count} 件 <kbd>U</kbd>
          </Button>
        </Popconfirm>
      </span>
    </section>
  );
}

const DEFAULT_MESSAGE = inChinese('请按期办理，有困难请及时报告。');

/** 催办 3 件，跳过 1 件：第 45 号今天已催过 */
function planText({ clocks, skipped }: UrgePlan): string {
  const whys = Map.groupBy(skipped, ({ why }) => why);
  const said = [...whys].map(([why, items]) => `${items.length} 件${why}`).join('，');
  return `催办 ${clocks.length} 件${skipped.length === 0 ? '' : `；跳过：${said}`}`;
}

/** Urges one after the other; each has its key, so that going on after a failure urges nobody twice. */
function useUrgeAll(clear: () => void): {
  readonly urge: (plan: UrgePlan, message: string) => Promise<void>;
  readonly error: unknown;
  readonly said: string;
  readonly busy: boolean;
} {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const [state, setState] = useState<{ error: unknown; said: string; busy: boolean }>({
    error: undefined,
    said: '',
    busy: false,
  });
  const urge = async (plan: UrgePlan, message: string): Promise<void> => {
    setState({ error: undefined, said: '', busy: true });
    let error: unknown;
    try {
      for (const { clockId } of plan.clocks) {
        const content = `${clockId} ${message}`;
        const key = keys.current.get(content) ?? crypto.randomUUID();
        keys.current.set(content, key);
        const params = { header: { 'idempotency-key': key } };
        dataOf(await api.POST('/api/v1/urges', { params, body: { clockId, message, toHead: false } }));
      }
      keys.current.clear();
      clear();
    } catch (failure) {
      error = failure;
    }
    const said = error === undefined ? `催办 ${plan.clocks.length} 件，跳过 ${plan.skipped.length} 件` : '';
    setState({ error, said, busy: false });
    await queries.invalidateQueries();
  };
  return { urge, ...state };
}
