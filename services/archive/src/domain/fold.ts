import { localDateOf } from '@huiyin/kernel/local-date';
import { emptyFile, type CaseFile } from './case-file.ts';
import { inOrder, type Fact } from './fact.ts';
import { foldAssignment } from './fold-assignment.ts';
import { foldEvaluation } from './fold-evaluation.ts';
import { foldIntake } from './fold-intake.ts';
import { foldMeeting } from './fold-meeting.ts';
import { foldSupervision, worstColour } from './fold-supervision.ts';
import { nextAct } from './next-act.ts';
import { escalationOf } from './stage.ts';

/** The file as all facts together make it; the same for the same facts in whatever order they arrived. */
export function foldCase(caseId: string, facts: readonly Fact[]): CaseFile {
  const file = emptyFile(caseId);
  const ordered = inOrder(facts);
  let turn = '';
  let turnSince: Date | undefined;
  for (const fact of ordered) {
    const on = localDateOf(fact.occurredAt);
    switch (fact.service) {
      case 'intake':
        foldIntake(file, fact, on);
        break;
      case 'assignment':
        foldAssignment(file, fact, on);
        break;
      case 'meeting':
        foldMeeting(file, fact, on);
        break;
      case 'supervision':
        foldSupervision(file, fact, on);
        break;
      case 'evaluation':
        foldEvaluation(file, fact, on);
        break;
      case 'archive':
        if (fact.type === 'case-sealed') file.sealedOn = on;
        break;
      default:
        break;
    }
    file.escalation = escalationOf(file);
    const { kind, id, act, assignmentId } = nextAct(file);
    const turnNow = [kind, id, act, assignmentId].join(' ');
    if (turnNow !== turn) turnSince = fact.occurredAt;
    turn = turnNow;
  }
  file.colour = worstColour(file);
  file.lastAt = ordered.at(-1)?.occurredAt.toISOString() ?? '';
  file.turnSince = turnSince?.toISOString() ?? '';
  return file;
}
