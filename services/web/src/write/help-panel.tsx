import { Tabs } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { CosignerPanel } from './cosigner-panel.tsx';
import type { DraftSync } from './draft-sync.ts';
import type { DraftWords } from './draft-words.ts';
import { HintList } from './hint-list.tsx';
import type { Hint } from './hint.ts';
import { PreReviewPanel } from './pre-review-panel.tsx';
import type { Suggestion } from './use-suggestion.ts';

interface HelpPanelProps {
  readonly draft: DraftSync;
  readonly suggestion: Suggestion | undefined;
  readonly words: DraftWords;
  readonly hints: readonly Hint[];
  readonly onLeave: (hint: Hint) => void;
}

/** Help with the text: hints, co-signers, advice. Nothing of it is in the way of submitting. */
export function HelpPanel({ draft, suggestion, words, hints, onLeave }: HelpPanelProps): ReactElement {
  const [chosen, setChosen] = useState<string>();
  const isReviewed = suggestion?.status === 'pre-review' || (suggestion?.preReviews.length ?? 0) > 0;
  const panels: readonly { key: string; label: string; children: ReactNode }[] = [
    {
      key: 'hints',
      label: `写作提示 ${hints.length}`,
      children: <HintList hints={hints} onLeave={onLeave} />,
    },
    {
      key: 'cosigners',
      label: cosignersText(suggestion),
      children: <CosignerPanel draft={draft} suggestion={suggestion} />,
    },
    ...(suggestion !== undefined && isReviewed
      ? [{ key: 'review', label: '预审', children: <PreReviewPanel {...{ suggestion, words }} /> }]
      : []),
  ];
  const active = chosen ?? (isReviewed ? 'review' : 'hints');
  return (
    <aside className="card help-panel" aria-label="写作帮助">
      <Tabs
        activeKey={active}
        onChange={setChosen}
        items={[...panels]}
        tabBarExtraContent={<span className="quiet">不影响提交</span>}
      />
    </aside>
  );
}

/** 联名 2/3: confirmed of invited. */
function cosignersText(suggestion: Suggestion | undefined): string {
  const cosigners = suggestion?.cosigners ?? [];
  if (cosigners.length === 0) return '联名';
  const confirmed = cosigners.filter(({ answer }) => answer === 'confirmed').length;
  return `联名 ${confirmed}/${cosigners.length}`;
}
