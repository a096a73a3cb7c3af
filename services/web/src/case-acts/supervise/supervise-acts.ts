import { callTalk } from '../../act/ladder/call-talk-form.tsx';
import { checkTalk } from '../../act/ladder/check-talk-form.tsx';
import { holdTalk } from '../../act/ladder/hold-talk-form.tsx';
import { confirmOverride, overrideColour } from '../../act/ladder/override-forms.tsx';
import { sendSupervisionLetter } from '../../act/ladder/send-letter-form.tsx';
import { urgeUnit } from '../../act/ladder/urge-form.tsx';
import { deskAct } from '../desk/desk-act.tsx';
import type { CaseAct } from '../case-act.ts';
import { decideEscalation } from './decide-escalation.tsx';
import { breakPromise, keepPromise } from './judge-promise.tsx';

/** The ladder, colours by hand, and what the congress decides after an answer (domain.md §2.5, T23, T24). */
export const SUPERVISE_ACTS: readonly CaseAct[] = [
  decideEscalation,
  deskAct(holdTalk),
  deskAct(checkTalk),
  deskAct(confirmOverride),
  keepPromise,
  breakPromise,
  { ...deskAct(urgeUnit), asksTarget: true, isRare: true },
  { ...deskAct(sendSupervisionLetter), asksTarget: true, isRare: true },
  { ...deskAct(callTalk), asksTarget: true, isRare: true },
  { ...deskAct(overrideColour), asksTarget: true, isRare: true },
];
