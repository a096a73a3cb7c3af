import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Input, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, dataOf } from '../api/client.ts';
import { PageState } from '../design/page-state.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import { dayText, word } from '../design/words.ts';

const COLOURS = [
  { value: '', label: '全部' },
  { value: 'red', label: '红' },
  { value: 'yellow', label: '黄' },
  { value: 'green', label: '绿' },
];

type Filters = { colour: string; title: string; origin: string; mine: string; cursor: string };

/** My list: what waits for me, by colour. Filters live in the address. */
export function CaseListPage(): ReactElement {
  const [address, setAddress] = useSearchParams();
  const filters: Filters = {
    colour: address.get('colour') ?? '',
    title: address.get('title') ?? '',
    origin: address.get('origin') ?? 'live',
    mine: address.get('mine') ?? 'false',
    cursor: address.get('cursor') ?? '',
  };
  const change = (changed: Partial<Filters>): void => {
    const next = { ...filters, cursor: '', ...changed };
    setAddress(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')));
  };
  const cases = useCases(filters);
  return (
    <main id="main">
      <h1>案件</h1>
      <div className="toolbar">
        <Segmented options={COLOURS} value={filters.colour} onChange={(colour) => change({ colour })} />
        <Segmented
          options={[
            { value: 'false', label: '所有的' },
            { value: 'true', label: '轮到我的' },
          ]}
          value={filters.mine}
          onChange={(mine) => change({ mine })}
        />
        <Select
          aria-label="来源"
          value={filters.origin}
          style={{ width: 128 }}
          options={[
            { value: 'live', label: '正在办理' },
            { value: 'register', label: '历史台账' },
          ]}
          onChange={(origin: string) => change({ origin })}
        />
        <Input.Search
          aria-label="标题"
          placeholder="标题中的文字"
          defaultValue={filters.title}
          style={{ width: 220 }}
          allowClear
          onSearch={(title) => change({ title })}
        />
      </div>
      <PageState query={cases}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合条件的案件" />
          ) : (
            <>
              <ul className="case-cards">
                {page.items.map((item) => (
                  <li key={item.caseId}>
                    <CaseCard item={item} />
                  </li>
                ))}
              </ul>
              {page.nextCursor !== undefined && (
                <Button style={{ marginTop: 14 }} onClick={() => change({ cursor: page.nextCursor ?? '' })}>
                  下一页
                </Button>
              )}
            </>
          )
        }
      </PageState>
    </main>
  );
}

function useCases(filters: Filters) {
  return useQuery({
    queryKey: ['cases', filters],
    queryFn: async () => dataOf(await api.GET('/api/v1/cases', { params: { query: filters as never } })),
  });
}

type Item = Awaited<ReturnType<typeof useCases>>['data'] extends infer Page | undefined
  ? Page extends { items: (infer Each)[] }
    ? Each
    : never
  : never;

function CaseCard({ item }: { item: Item }): ReactElement {
  const today = new Date().toISOString();
  const { next } = item;
  return (
    <Link className="card" to={`/cases/${item.caseId}`}>
      <span className="spread quiet">
        <span>
          {item.displayNumber || '未编号'} {item.isKey && <span className="chip key">重点</span>}
        </span>
        {item.origin === 'live' && <StatusMark colour={item.colour} />}
      </span>
      <div className="title">{item.title}</div>
      <span className="spread">
        <span>
          <span className="quiet">{word('stage', item.stage)}</span>
          {next !== undefined && (
            <>
              <span className="quiet"> · 现在轮到 </span>
              <b>{next.party?.name || word('party', next.party?.kind ?? '')}</b> {word('act', next.act)}
            </>
          )}
          {item.origin === 'register' && (
            <span className="quiet">
              {' '}
              · {item.place} {item.year > 0 ? `${item.year}年` : ''}
            </span>
          )}
        </span>
        {next !== undefined && next.dueDate !== '' && (
          <span className="quiet">{dayText(next.dueDate, today)}到期</span>
        )}
      </span>
    </Link>
  );
}
