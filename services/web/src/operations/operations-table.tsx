import type { ReactElement, ReactNode } from 'react';
import './operations.css';

/** A table of the operations pages, which scrolls by itself where the window is too narrow for it. */
export function OperationsTable(props: {
  readonly name: string;
  readonly heads: readonly string[];
  /** Its rows. */
  readonly children: ReactNode;
}): ReactElement {
  const { name, heads, children } = props;
  return (
    <div className="scrolls" role="group" aria-label={name} tabIndex={0}>
      <table className="card wide-table operations-table">
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
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
