import { Button } from 'antd';
import { useState, useSyncExternalStore, type ReactElement } from 'react';
import { Link } from 'react-router';
import { Refusal } from '../act/refusal.tsx';
import { UploadFiles } from '../act/uploads/upload-files.tsx';
import { useUploads, type Uploads } from '../act/uploads/use-uploads.ts';
import type { Me } from '../session/session.ts';
import { CheckStep } from './check-step.tsx';
import { Conflict } from './conflict.tsx';
import type { DraftSync } from './draft-sync.ts';
import { LIMITS, tidy, type DraftWords } from './draft-words.ts';
import { HelpPanel } from './help-panel.tsx';
import { hintsFrom, type Hint } from './hint.ts';
import { MoreFields } from './more-fields.tsx';
import { RequestPreReview } from './request-pre-review.tsx';
import { OfflineStripe, SavedMark } from './saved-mark.tsx';
import { SignedNotice } from './signed-notice.tsx';
import { TextFields } from './text-fields.tsx';
import { useLeftHints } from './use-left-hints.ts';
import { useStep } from './use-step.ts';
import type { Suggestion } from './use-suggestion.ts';
import { useWritingHelp, type SimilarCase } from './use-writing-help.ts';

interface WritingProps {
  readonly draft: DraftSync;
  /** As the server has it; undefined until it was saved once. */
  readonly suggestion: Suggestion | undefined;
  readonly me: Me;
}

/** The sheet: first the text, then help beside or below it, then the one filled button. */
export function Writing({ draft, suggestion, me }: WritingProps): ReactElement {
  const { words, saved, standing } = useSyncExternalStore(draft.subscribe, draft.snapshot);
  const { step } = useStep();
  const help = useHelp(words, suggestion, me);
  const [willVoid, setWillVoid] = useState(false);
  const signed = suggestion?.cosigners.filter(({ answer }) => answer === 'confirmed').length ?? 0;
  const locked = signed > 0 && !willVoid;
  const uploads = useUploads({
    // A file that arrives late must not void the signatures.
    held: locked,
    ...{ openAs: draft.key, keptAs: `${me.personId}.write.${saved?.id ?? 'new'}` },
    ...{ named: words.attachments, max: LIMITS.attachments },
    onChange: (attachments) => draft.change({ ...draft.snapshot().words, attachments }),
  });
  return (
    <>
      <header className="write-head">
        <Link to="/" aria-label="回到我的建议">
          ‹
        </Link>
        <h1>写建议</h1>
        <SavedMark standing={standing} />
      </header>
      {standing.kind === 'unreachable' && <OfflineStripe retry={() => void draft.save()} />}
      {standing.kind === 'refused' && <Refusal error={standing.error} />}
      {standing.kind === 'conflict' && (
        <Conflict mine={words} theirs={standing.theirs} onChoose={(chosen) => draft.settle(chosen)} />
      )}
      {step === 'check' ? (
        <CheckStep
          {...{ draft, suggestion, words: tidy(words), hints: help.hints }}
          underway={uploads.underway}
        />
      ) : (
        <Sheet
          {...{ draft, suggestion, words, help, uploads, signed }}
          {...(locked ? { onEdit: () => setWillVoid(true) } : {})}
        />
      )}
    </>
  );
}

interface Help {
  readonly hints: readonly Hint[];
  readonly similar: readonly SimilarCase[] | undefined;
  readonly leave: (hint: Hint) => void;
}

interface SheetProps {
  readonly draft: DraftSync;
  readonly suggestion: Suggestion | undefined;
  readonly words: DraftWords;
  readonly help: Help;
  readonly uploads: Uploads;
  /** Co-signers who confirmed these words. */
  readonly signed: number;
  /** Present while the words are locked because somebody signed them: unlocks them. */
  readonly onEdit?: () => void;
}

function Sheet({ draft, suggestion, words, help, uploads, signed, onEdit }: SheetProps): ReactElement {
  const { go } = useStep();
  const locked = onEdit !== undefined;
  const check = (): void => {
    void draft.save();
    go('check');
  };
  const common = { words, locked, onChange: (next: DraftWords) => draft.change(next) };
  return (
    <>
      {locked && <SignedNotice signed={signed} onEdit={onEdit} />}
      <div className="write-grid">
        <div className="card sheet">
          <TextFields {...common} hints={help.hints} onPassage={focusHint} />
          <div className="sheet-part">
            <span className="spread quiet">
              <span>附件</span>
              <span>
                {words.attachments.length} / {LIMITS.attachments}
              </span>
            </span>
            <UploadFiles uploads={uploads} label="附件" locked={locked} />
          </div>
          <MoreFields {...common} />
        </div>
        <HelpPanel
          {...{ draft, suggestion, words }}
          hints={help.hints}
          similar={help.similar}
          onLeave={help.leave}
        />
      </div>
      <footer className="write-foot">
        <RequestPreReview draft={draft} suggestion={suggestion} />
        <Button type="primary" onClick={check}>
          检查并提交
        </Button>
      </footer>
    </>
  );
}

function focusHint({ number }: Hint): void {
  document.getElementById(`hint-${number}`)?.focus();
}

function useHelp(words: DraftWords, suggestion: Suggestion | undefined, me: Me): Help {
  const { left, leave } = useLeftHints(me.personId, suggestion?.suggestionId);
  const { advised, similar } = useWritingHelp(words, suggestion);
  return { hints: advised === undefined ? [] : hintsFrom(advised, left, words), similar, leave };
}
