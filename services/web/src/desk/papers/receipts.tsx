import { Button, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useNames } from '../../api/use-names.ts';
import { useToday } from '../../api/use-today.ts';
import { dayText, instantText } from '../../design/days.ts';
import { PageState } from '../../design/page-state.tsx';
import { TitleText } from '../../design/title-text.tsx';
import { word } from '../../design/words.ts';
import { ExportButton } from '../../sheet/export-button.tsx';
import type { Column } from '../../sheet/sheet.ts';
import { SavedViews } from '../../views/saved-views.tsx';
import './papers.css';
import { filterOf, searchOf, STATUSES, type ReceiptFilter } from './receipt-filter.ts';
import { everyReceipt, useReceipts, type PaperReceipt } from './use-receipts.ts';

/** 回执: which forms were entered and what became of each, the latest first. */
export function Receipts(props: {
  /** Who may read the case goes on to it. */
  readonly linked: boolean;
  readonly empty: ReactElement;
}): ReactElement {
  const { linked, empty } = props;
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const isFiltered = Object.keys(searchOf(filter)).length > 0;
  const receipts = useReceipts(filter);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = receipts;
  const isSome = receipts.data?.pages.some(({ items }) => items.length > 0) === true;
  const change = (changed: Partial<ReceiptFilter>): void => setSearch(searchOf({ ...filter, ...changed }));
  return (
    <>
      {(isFiltered || isSome) && <ReceiptFilters filter={filter} change={change} />}
      <PageState query={receipts} what="回执">
        {({ pages }) => {
          const found = pages.flatMap(({ items }) => items);
          if (found.length === 0 && !isFiltered) return empty;
          return (
            <>
              {found.length > 0 ? (
                <ReceiptList receipts={found} linked={linked} />
              ) : (
                <p className="nothing">
                  没有符合条件的回执。
                  <Button type="link" onClick={() => setSearch({})}>
                    看全部
                  </Button>
                </p>
              )}
              {hasNextPage && (
                <Button type="link" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  看更早的
                </Button>
              )}
            </>
          );
        }}
      </PageState>
    </>
  );
}

/** What of the receipts is looked for, under own names if wanted, and all of it as a file. */
function ReceiptFilters(props: {
  readonly filter: ReceiptFilter;
  readonly change: (changed: Partial<ReceiptFilter>) => void;
}): ReactElement {
  const { filter, change } = props;
  return (
    <div className="toolbar" role="search" aria-label="回执">
      <Select
        aria-label="状态"
        className="order"
        value={filter.status}
        options={[
          { value: '' as const, label: '各种状态' },
          ...STATUSES.map((value) => ({ value, label: word('paperState', value) })),
        ]}
        onChange={(status: ReceiptFilter['status']) => change({ status })}
      />
      <Input.Search
        key={filter.contains}
        aria-label="查回执"
        placeholder="纸质件编号或标题"
        maxLength={80}
        defaultValue={filter.contains}
        allowClear
        onSearch={(contains) => change({ contains: contains.trim() })}
      />
      <ExportButton name="纸质件回执" columns={RECEIPT_COLUMNS} items={() => everyReceipt(filter)} />
      <SavedViews list="paper-forms" />
    </div>
  );
}

function ReceiptList(props: {
  readonly receipts: readonly PaperReceipt[];
  readonly linked: boolean;
}): ReactElement {
  const { receipts, linked } = props;
  const names = useNames(receipts.map(({ leadDeputyId }) => leadDeputyId));
  const today = useToday();
  return (
    <ul className="receipts" aria-label="回执">
      {receipts.map((receipt) => {
        const { suggestionId, title, leadDeputyId, cosigners, receivedAt, signedOn } = receipt;
        const lead = names.get(leadDeputyId) ?? '代表';
        return (
          <li key={suggestionId}>
            <span className="spread">
              <b>{receipt.formNumber}</b>
              <span className="chip">{stateText(receipt)}</span>
            </span>
            <span className="title">
              {linked ? (
                <Link to={`/cases/${suggestionId}`}>
                  <TitleText>{title}</TitleText>
                </Link>
              ) : (
                <TitleText>{title}</TitleText>
              )}
            </span>
            <span className="quiet">
              {cosigners === 0 ? lead : `${lead}等 ${cosigners + 1} 名代表`}
              {` · ${dayText(signedOn, today)}签名 · ${instantText(receivedAt, today)}收到`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** 已登记 第30号, or where it is before and beside that. */
function stateText({ status, displayNumber }: PaperReceipt): string {
  return [word('paperState', status), displayNumber].filter(Boolean).join(' ');
}

const RECEIPT_COLUMNS: readonly Column<PaperReceipt>[] = [
  { name: '纸质件编号', of: ({ formNumber }) => formNumber },
  { name: '标题', of: ({ title }) => title, width: 56 },
  { name: '联名人数', of: ({ cosigners }) => `${cosigners}`, width: 10 },
  { name: '签名日期', of: ({ signedOn }) => signedOn, width: 12 },
  { name: '收到时间', of: ({ receivedAt }) => receivedAt, width: 24 },
  { name: '录入时间', of: ({ enteredAt }) => enteredAt, width: 24 },
  { name: '状态', of: ({ status }) => word('paperState', status), width: 16 },
  { name: '登记编号', of: ({ displayNumber }) => displayNumber, width: 12 },
];
