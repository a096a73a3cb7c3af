import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { ActTarget, CaseAct } from '../case-act.ts';

/** 写答复 has a page of its own. */
function GoToEditor({ target }: { target: ActTarget }): null {
  const navigate = useNavigate();
  useEffect(() => void navigate(`/assignments/${target.targetId}/reply`), [navigate, target.targetId]);
  return null;
}

export const draftReply: CaseAct = { act: 'draftReply', name: '写答复', Form: GoToEditor };
