import type { CaseFile, MatterFile, MatterKind } from './case-file.ts';
import { count, text, type Fact } from './fact.ts';

/** How an event opens or moves a matter: its kind, the field that names it, and the state it then has. */
const MOVES: Readonly<Record<string, readonly [MatterKind, string, MatterFile['state']]>> = {
  'assignment-return-requested': ['return-request', 'returnRequestId', 'open'],
  'assignment-returned': ['return-request', 'returnRequestId', 'closed'],
  'assignment-return-refused': ['return-request', 'returnRequestId', 'closed'],
  'co-opinion-given': ['co-opinion', 'opinionId', 'given'],
  'co-opinion-sent-back': ['co-opinion', 'opinionId', 'sent-back'],
  'co-opinion-accepted': ['co-opinion', 'opinionId', 'accepted'],
  'extension-requested': ['extension', 'extensionId', 'open'],
  'extension-granted': ['extension', 'extensionId', 'closed'],
  'extension-refused': ['extension', 'extensionId', 'closed'],
  'coordination-requested': ['coordination', 'coordinationId', 'open'],
  'coordination-closed': ['coordination', 'coordinationId', 'closed'],
  'supervision-letter-sent': ['supervision-letter', 'letterId', 'open'],
  'supervision-letter-answered': ['supervision-letter', 'letterId', 'closed'],
  'talk-called': ['talk', 'talkId', 'called'],
  'talk-held': ['talk', 'talkId', 'held'],
  'talk-checked': ['talk', 'talkId', 'checked'],
};

/** Requests, opinions, letters and talks: what somebody has to answer beside the shares. */
export function takeMatter(file: CaseFile, fact: Fact): void {
  const move = MOVES[fact.type];
  if (move === undefined) return;
  const [kind, field, state] = move;
  const id = text(fact, field);
  const before = file.matters[id];
  file.matters[id] = {
    kind,
    state,
    assignmentId: text(fact, 'assignmentId') || (before?.assignmentId ?? ''),
    unitId: text(fact, 'responsibleUnitId') || text(fact, 'unitId') || (before?.unitId ?? ''),
    attempt: count(fact, 'attempt') || (before?.attempt ?? 1),
  };
}
