import type { Rejection } from '@huiyin/kernel/rejection';
import { addDays } from '@huiyin/kernel/local-date';
import { decideCoOpinionDraft } from '../../services/assignment/src/domain/co-opinion.ts';
import {
  decideDifficulty,
  decideDifficultyResolved,
} from '../../services/assignment/src/domain/difficulty.ts';
import type { Decision } from '../../services/assignment/src/domain/events.ts';
import {
  decideFaceToFaceAnswer,
  decideFaceToFaceRecord,
} from '../../services/assignment/src/domain/face-to-face-record.ts';
import { owedKey } from '../../services/assignment/src/domain/suggestion-case.ts';
import { decideContact } from '../../services/assignment/src/domain/record-contact.ts';
import { decideTaskForce } from '../../services/assignment/src/domain/task-force.ts';
import {
  decidePackageAdded,
  decidePackageAmended,
  decidePackageCompleted,
} from '../../services/assignment/src/domain/work-package.ts';
import type { Try } from './act.ts';
import type { Command } from './command.ts';
import { opinionSaid } from './opinion-said.ts';

type At = Omit<Try, 'world'>;

/** Days that a unit has for a work package. */
const DAYS_OF_PACKAGE = 20;

/** What the standing committee does with a task force, and its units with their packages. */
export function decideOnForce({ one, under, words, fresh, by }: At, command: Command): Decision | Rejection {
  const { unit: unitId = '', item = '' } = command;
  const dueOn = addDays(under.today, DAYS_OF_PACKAGE);
  const workPackage = (packageId: string) => ({ packageId, unitId, task: '安排护学岗', dueOn });
  switch (command.kind) {
    case 'form-force': {
      const convener = { personId: 'council', mayConvene: true };
      const led = { leaderName: words.reason, leaderRank: 'government-deputy-head' } as const;
      const force = { taskForceId: fresh('force'), convener, ...led, workPackages: [] };
      return decideTaskForce(one, force, under);
    }
    case 'add-package':
      return decidePackageAdded(one, workPackage(fresh('package')), under);
    case 'amend-package':
      return decidePackageAmended(one, { workPackage: workPackage(item), reason: words.reason }, under);
    case 'complete-package': {
      const done = { packageId: item, summary: words.reason, completedBy: by.personId };
      return decidePackageCompleted(one, done, under);
    }
    default:
      throw new Error(`${command.kind} needs a share`);
  }
}

/** What a unit records beside the steps to its reply. */
export function decideBeside(
  { one, under, words, fresh, by }: At,
  command: Command,
  assignmentId: string,
): Decision | Rejection {
  const { item } = command;
  const status = one.shares.find(({ id }) => id === assignmentId)?.status;
  const reply = status?.name === 'replied' ? status.reply : undefined;
  const contact = { assignmentId, contactId: fresh('contact'), onDate: under.today, summary: words.reason };
  switch (command.kind) {
    case 'attempt':
      return decideContact(one, { ...contact, form: 'visit', outcome: 'failed' }, under);
    case 'call':
      return decideContact(one, { ...contact, form: 'telephone', outcome: 'talked' }, under);
    case 'draft-opinion': {
      const said = opinionSaid(words.reason);
      return decideCoOpinionDraft(one, { assignmentId, ...said, draftedBy: by.personId }, under);
    }
    case 'record-talk': {
      const talk = { onDate: under.today, place: words.reason, attendees: '局长', content: '当面答复' };
      const deputyIds = command.deputy === undefined ? [] : [command.deputy];
      const recordIds = one.owed.map(() => fresh('talk'));
      return decideFaceToFaceRecord(
        one,
        { replyId: reply?.id ?? '', deputyIds, ...talk, scan: [], recordIds },
        under,
      );
    }
    case 'sign-talk':
    case 'deny-talk': {
      const record = reply?.faceToFace?.find((each) => owedKey(each) === item);
      const said = { agrees: command.kind === 'sign-talk', opinion: words.reason, deputyId: by.personId };
      return decideFaceToFaceAnswer(
        one,
        { replyId: reply?.id ?? '', recordId: record?.id ?? '', ...said },
        under,
      );
    }
    case 'report-difficulty':
      return decideDifficulty(one, { assignmentId, severity: 'red', description: words.reason });
    case 'resolve-difficulty':
      return decideDifficultyResolved(one, { assignmentId, how: words.reason });
    default:
      throw new Error(`${command.kind} is nothing a unit does`);
  }
}
