import { Button, message } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { ActDrawer } from '../act/act-drawer.tsx';
import { TextField } from '../act/text-field.tsx';
import { api, dataOf } from '../api/client.ts';
import type { AssignmentFile } from '../api/use-assignment.ts';
import type { Me } from '../session/session.ts';
import { goTo } from './reply-check-list.tsx';
import type { ReplyCheck } from './reply-checks.ts';
import type { ReplyDraft } from './use-reply-draft.ts';

interface SignBarProps {
  readonly me: Me;
  readonly file: AssignmentFile;
  readonly draft: ReplyDraft;
  readonly checks: readonly ReplyCheck[];
}

/** 送签 by whoever writes, 签发 by the head alone; stays focusable and says what is missing. */
export function SignBar({ me, file, draft, checks }: SignBarProps): ReactElement {
  const [isSigning, setSigning] = useState(false);
  const [messages, holder] = message.useMessage();
  const isHead = me.roles.includes('unit-head');
  const missing = checks.filter(({ level }) => level === 'must');
  const verb = isHead ? '签发' : '送签';
  const act = (): void => {
    if (missing.length > 0) goTo(missing.find(({ place }) => place !== '')?.place ?? '');
    else if (draft.savedHash === '') draft.save();
    else if (isHead) setSigning(true);
    else void messages.info('稿已存好。单位负责人登录后在这一件上签发。');
  };
  return (
    <footer className="sign-bar">
      {holder}
      <span className="quiet">{isHead ? '您签发的是这一稿的原文' : '由单位负责人本人签发'}</span>
      <Button onClick={draft.save} disabled={draft.isSaving}>
        存稿
      </Button>
      <Button type={missing.length === 0 ? 'primary' : 'default'} onClick={act}>
        {missing.length > 0 ? `${verb}（差 ${missing.length} 项）` : verb}
      </Button>
      {isSigning && (
        <IssueDrawer me={me} file={file} textHash={draft.savedHash} onClose={() => setSigning(false)} />
      )}
    </footer>
  );
}

interface IssueProps {
  readonly me: Me;
  readonly file: AssignmentFile;
  /** Of the words that the head has on the page. */
  readonly textHash: string;
  readonly onClose: () => void;
}

/** 签发 cannot be taken back: the number is asked for, and the hash is what the head read. */
function IssueDrawer({ me, file, textHash, onClose }: IssueProps): ReactElement {
  const navigate = useNavigate();
  const { assignmentId, suggestionId } = file.assignment;
  return (
    <ActDrawer<{ readonly letterNumber: string }>
      name="签发"
      hint="签发后不能撤回，改变内容只能补充答复。"
      caseId={suggestionId}
      keptAs={`${me.personId}.issueReply.${assignmentId}`}
      onClose={onClose}
      onDone={() => void navigate(`/cases/${suggestionId}?part=replies`)}
      fields={() => (
        <>
          <TextField name="letterNumber" label="发文字号" max={80} placeholder="如：云交函〔2026〕12号" />
          <p className="quiet">原文校验值 {textHash.slice(0, SHOWN_CHARACTERS)}…</p>
        </>
      )}
      send={async ({ letterNumber }, header) =>
        dataOf(
          await api.POST('/api/v1/assignments/{id}/replies:issue', {
            params: { path: { id: assignmentId }, header },
            body: { letterNumber, textHash },
          }),
        )
      }
    />
  );
}

/** Enough of a hash to compare by eye. */
const SHOWN_CHARACTERS = 16;
