import { Input, Segmented } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { StatusMark, WORST_FIRST } from '../design/status-mark.tsx';
import { word } from '../design/words.ts';
import type { InboxItem } from './inbox-item.ts';

/** What the inbox shows, as its address says it. */
export interface InboxFilter {
  readonly role: string;
  readonly colour: string;
  readonly title: string;
}

export function filterOf(search: URLSearchParams): InboxFilter {
  const text = (key: string): string => search.get(key) ?? '';
  return { role: text('role'), colour: text('colour'), title: text('title') };
}

/** Only what differs from everything. */
export function searchOf(filter: InboxFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
}

export function passes(item: InboxItem, { role, colour, title }: InboxFilter): boolean {
  return (
    (role === '' || item.role === role) &&
    (colour === '' || item.colour === colour) &&
    (title === '' || item.title.includes(title) || item.number.includes(title))
  );
}

/** Which shares are shown, and how many there are of each kind. */
export function InboxFilters(props: {
  readonly items: readonly InboxItem[];
  readonly filter: InboxFilter;
  readonly change: (changed: Partial<InboxFilter>) => void;
  /** What can be done with the list. */
  readonly children: ReactNode;
}): ReactElement {
  const { items, filter, change, children } = props;
  const ofRole = items.filter((item) => filter.role === '' || item.role === filter.role);
  return (
    <div className="toolbar" role="search">
      <Segmented
        aria-label="分工"
        value={filter.role}
        options={[
          { value: '', label: `全部 ${items.length}` },
          ...ROLES.map((role) => ({
            value: role,
            label: `${word('share', role)} ${items.filter((item) => item.role === role).length}`,
          })),
        ]}
        onChange={(role) => change({ role })}
      />
      <Segmented
        aria-label="颜色"
        value={filter.colour}
        options={[
          { value: '', label: '各色' },
          ...WORST_FIRST.map((colour) => ({
            value: colour,
            label: (
              <span className="colour-choice">
                <StatusMark colour={colour} />{' '}
                <span className="count">{ofRole.filter((item) => item.colour === colour).length}</span>
              </span>
            ),
          })),
        ]}
        onChange={(colour) => change({ colour })}
      />
      <Input.Search
        key={filter.title}
        aria-label="编号或标题"
        placeholder="编号或标题"
        defaultValue={filter.title}
        allowClear
        onSearch={(title) => change({ title: title.trim() })}
      />
      {children}
    </div>
  );
}

const ROLES = ['lead', 'co', 'parallel'] as const;
