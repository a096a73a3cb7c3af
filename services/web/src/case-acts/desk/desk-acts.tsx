import { useNavigate } from 'react-router';
import { useEffect } from 'react';
import { convertMotion } from '../../act/desk-forms/convert-motion-form.tsx';
import { closeCoordination } from '../../act/desk-forms/close-coordination-form.tsx';
import { decideExtension } from '../../act/desk-forms/decide-extension-form.tsx';
import { decideReturn } from '../../act/desk-forms/decide-return-form.tsx';
import { decline } from '../../act/desk-forms/decline-form.tsx';
import { deliverReply } from '../../act/desk-forms/deliver-reply-form.tsx';
import { markKey } from '../../act/desk-forms/mark-key-form.tsx';
import { merge } from '../../act/desk-forms/merge-form.tsx';
import { nameConfidant } from '../../act/desk-forms/name-confidant-form.tsx';
import { addWorkPackage, amendWorkPackage } from '../../act/desk-forms/package-forms.tsx';
import { readReplyDraft } from '../../act/desk-forms/read-draft-form.tsx';
import { reassign } from '../../act/desk-forms/reassign-form.tsx';
import { register } from '../../act/desk-forms/register-form.tsx';
import { returnForCorrection } from '../../act/desk-forms/return-for-correction-form.tsx';
import { sealCase } from '../../act/desk-forms/seal-case-form.tsx';
import { moveRules } from '../../act/desk-forms/move-rules-form.tsx';
import {
  orderRehandling,
  recordNoResponse,
  waiveOnSite,
  waiveRehandling,
} from '../../act/desk-forms/share-reason-forms.tsx';
import { addUnits, reclassify } from '../../act/desk-forms/distribute-forms.tsx';
import { tellDeclined } from '../../act/desk-forms/tell-declined-form.tsx';
import { formTaskForce } from '../../act/desk-forms/task-force-form.tsx';
import type { CaseFile } from '../../case/use-case.ts';
import type { ActTarget, CaseAct } from '../case-act.ts';
import { deskAct } from './desk-act.tsx';
import { nameLead } from './name-lead.tsx';

type FormProps = { readonly target: ActTarget; readonly onClose: () => void };

/** 分类 and 交办 are done on their board, opened at this case. */
function ToTheBoard({ target }: FormProps): null {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate(`/assign?case=${target.caseId}`);
  }, [navigate, target.caseId]);
  return null;
}

const isHandedOver = ({ shares }: CaseFile): boolean => shares.length > 0;

const DESK = ['congress-desk'];
const classify: CaseAct = {
  act: 'classifySuggestion',
  name: '分类交办',
  isOffered: (file) => !isHandedOver(file),
  Form: ToTheBoard,
};

/** Acts of 代表工委, the session's secretariat, the government office and the 主任会议. */
export const DESK_ACTS: readonly CaseAct[] = [
  deskAct(convertMotion),
  deskAct(register),
  classify,
  deskAct(returnForCorrection),
  deskAct(tellDeclined, ['congress-desk', 'session-registrar']),
  deskAct(decideReturn),
  deskAct(reassign),
  deskAct(decideExtension),
  deskAct(closeCoordination),
  deskAct(markKey),
  deskAct(formTaskForce),
  { ...deskAct(addUnits), isOffered: isHandedOver, isRare: true },
  { ...deskAct(reclassify), isOffered: isHandedOver, isRare: true },
  { ...deskAct(addWorkPackage), isRare: true },
  { ...deskAct(amendWorkPackage), asksTarget: true, isRare: true },
  { ...deskAct(nameConfidant), isRare: true },
  { ...deskAct(readReplyDraft), isRare: true },
  { ...deskAct(recordNoResponse), isRare: true },
  { ...deskAct(waiveOnSite), isRare: true },
  deskAct(deliverReply, DESK),
  deskAct(orderRehandling),
  deskAct(waiveRehandling),
  nameLead,
  deskAct(sealCase),
  { ...deskAct(moveRules), isRare: true },
  { ...deskAct(merge), isRare: true },
  { ...deskAct(decline), isRare: true },
];
