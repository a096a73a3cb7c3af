import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { DEPUTY_ROLE } from '../../session/deputy-role.ts';
import type { ActTarget, CaseAct } from '../case-act.ts';

/** A draft is written on its own page. */
function ContinueDraft({ target }: { target: ActTarget }): null {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate(`/write/${target.caseId}`);
  }, [navigate, target.caseId]);
  return null;
}

export const continueDraft: CaseAct = {
  act: 'editDraft',
  name: '接着写',
  roles: DEPUTY_ROLE,
  Form: ContinueDraft,
};
