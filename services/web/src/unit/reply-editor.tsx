import { Alert } from 'antd';
import { useEffect, useEffectEvent, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { AssignmentFile } from '../api/use-assignment.ts';
import { useToday } from '../api/use-today.ts';
import { useUnits } from '../api/use-units.ts';
import { useUploads } from '../act/uploads/use-uploads.ts';
import { KeysHelp } from '../act/keys-help.tsx';
import { Refusal } from '../act/refusal.tsx';
import { Refused } from '../api/client.ts';
import type { Me } from '../session/session.ts';
import { DraftConflict } from './draft-conflict.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { goTo, ReplyCheckList } from './reply-check-list.tsx';
import { placedChecks, type ReplyCheck } from './reply-checks.ts';
import { ReplyClass } from './reply-class.tsx';
import { ReplyOpinions } from './reply-opinions.tsx';
import { ReplySections } from './reply-sections.tsx';
import { MOST_EVIDENCE_FILES } from './reply-text.ts';
import { SignBar } from './sign-bar.tsx';
import { useReplyChecks } from './use-reply-checks.ts';
import { useReplyDraft, type ReplyDraft } from './use-reply-draft.ts';

/** The middle and the right column: the reply with its checks, and the letter. */
export function ReplyEditor({ me, file }: { me: Me; file: AssignmentFile }): ReactElement {
  const today = useToday();
  const units = useUnits();
  const draft = useReplyDraft(me.personId, file);
  const unitName = (unitId: string): string => units.get(unitId) ?? '协办单位';
  const asked = useReplyChecks({ text: draft.text, file });
  const checks = placedChecks(asked.answer ?? [], { text: draft.text, file, unitName });
  useKeys(draft, checks);
  const { evidence } = draft.text;
  const uploads = useUploads({
    keptAs: `${me.personId}.reply.${file.assignment.assignmentId}`,
    ...{ named: evidence.attachments, max: MOST_EVIDENCE_FILES },
    held: !WRITABLE.has(file.assignment.status),
    onChange: (attachments) => draft.change({ evidence: { ...evidence, attachments } }),
  });
  const { assignment } = file;
  return (
    <>
      <article className="reply-editor card">
        <header className="spread">
          <div>
            <h1>{assignment.displayNumber} 答复</h1>
            <Link className="quiet" to={`/cases/${assignment.suggestionId}`}>
              {assignment.title}
            </Link>
          </div>
          <span>
            <SavedState draft={draft} />
            <KeysHelp keys={KEYS} />
          </span>
        </header>
        {!WRITABLE.has(assignment.status) && (
          <Alert
            type="info"
            showIcon
            className="failure"
            title={
              assignment.status === 'replied' ? '本轮答复已签发，要改变请用补充答复' : '签收以后才能写答复'
            }
          />
        )}
        {draft.error instanceof Refused && draft.error.problem.code !== 'reply-draft-changed' && (
          <Refusal error={draft.error} />
        )}
        {draft.theirs !== undefined && (
          <DraftConflict draft={draft} theirs={draft.theirs} demands={file.demands} />
        )}
        <ReplyClass text={draft.text} change={draft.change} today={today} uploads={uploads} />
        <ReplySections text={draft.text} change={draft.change} demands={file.demands} />
        <ReplyOpinions
          text={draft.text}
          change={draft.change}
          opinions={file.coOpinions}
          awaited={file.awaitedCoOpinions}
          unitName={unitName}
        />
        <ReplyCheckList checks={checks} asked={asked} caseId={assignment.suggestionId} />
        <SignBar me={me} file={file} draft={draft} checks={checks} />
      </article>
      <LetterPreview file={file} text={draft.text} />
    </>
  );
}

const KEYS = [
  ['Ctrl+S', '存草稿'],
  ['Alt+↑ Alt+↓', '上一段、下一段'],
  ['F8', '到下一处没通过的检查'],
] as const;

const WRITABLE: ReadonlySet<string> = new Set(['acknowledged', 'in-handling']);

function SavedState({ draft }: { draft: ReplyDraft }): ReactElement {
  const { savedHash, isDirty, isSaving, error, theirs } = draft;
  const isOffline = error !== null && !(error instanceof Refused);
  const words = isSaving
    ? '正在存'
    : theirs !== undefined
      ? '别人也改了，请看下面'
      : isOffline
        ? '没有连上服务器，写的都存在本机'
        : savedHash !== ''
          ? '✓ 已存'
          : isDirty
            ? '写的都存在本机'
            : '还没有起草';
  return (
    <span className="quiet" role="status">
      {words}
    </span>
  );
}

/** Ctrl+S saves, Alt+↑↓ goes from section to section, F8 to the next check that has not passed. */
function useKeys(draft: ReplyDraft, checks: readonly ReplyCheck[]): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      draft.save();
    } else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      besideSection(event.key === 'ArrowDown' ? 1 : -1)?.focus();
    } else if (event.key === 'F8') {
      event.preventDefault();
      goTo(nextFailed(checks));
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** The writing field before or after the one that has the focus, round and round. */
function besideSection(step: 1 | -1): HTMLElement | undefined {
  const fields = [...document.querySelectorAll<HTMLElement>('.reply-section textarea')];
  const at = fields.findIndex((field) => field === document.activeElement);
  return fields.at(at < 0 ? 0 : (at + step) % fields.length);
}

/** The place of the next failed check after the one that has the focus. */
function nextFailed(checks: readonly ReplyCheck[]): string {
  const places = checks
    .filter(({ level, place }) => level === 'must' && place !== '')
    .map(({ place }) => place);
  const at = places.indexOf(document.activeElement?.id ?? '');
  return places[(at + 1) % places.length] ?? '';
}
