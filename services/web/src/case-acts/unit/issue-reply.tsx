import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { ActTarget, CaseAct } from '../case-act.ts';

/** The head reads the letter where it is written, and signs it there. */
function GoToEditor({ target }: { target: ActTarget }): null {
  const navigate = useNavigate();
  useEffect(() => void navigate(`/assignments/${target.targetId}/reply`), [navigate, target.targetId]);
  return null;
}

export const issueReply: CaseAct = { act: 'issueReply', name: '签发', Form: GoToEditor };
