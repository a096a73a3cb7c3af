import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { PageState } from '../design/page-state.tsx';
import { Shown } from '../design/shown.tsx';
import { ExportButton } from '../sheet/export-button.tsx';
import type { Column } from '../sheet/sheet.ts';

/** What a list of follow-ups is made of. */
interface FollowUpListProps<Item> {
  /** 测评, 回头看 …: names the table, the file of its export, and what could not be loaded. */
  readonly name: string;
  readonly query: UseQueryResult<readonly Item[]>;
  /** Whether the filters leave it. */
  readonly passes: (item: Item) => boolean;
  /** Said when nothing is left. */
  readonly nothing: string;
  readonly heads: readonly string[];
  readonly row: (item: Item) => ReactNode;
  readonly columns: readonly Column<Item>[];
  /** Filters, to the left of the export. */
  readonly children?: ReactNode;
}

/** A table of cases with what is to follow, its filters and its export. */
export function FollowUpList<Item>(props: FollowUpListProps<Item>): ReactElement {
  const { name, query, passes, nothing, heads, row, columns, children } = props;
  const left = query.data?.filter(passes);
  return (
    <>
      <div className="toolbar" role="search">
        {children}
        {left !== undefined && (
          <ExportButton name={name} columns={columns} items={() => Promise.resolve(left)} />
        )}
      </div>
      <PageState query={query} what={name}>
        {(found) => {
          const items = found.filter(passes);
          if (items.length === 0) return <p className="nothing">{nothing}</p>;
          return (
            <Shown items={items}>
              {(shown) => (
                <table className="card wide-table stacked-table">
                  <caption className="unseen">{name}</caption>
                  <thead>
                    <tr>
                      {heads.map((head) => (
                        <th key={head} scope="col">
                          {head}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>{shown.map(row)}</tbody>
                </table>
              )}
            </Shown>
          );
        }}
      </PageState>
    </>
  );
}
