import type { Schemas } from '../api/client.ts';
import type { AssignmentFile } from '../api/use-assignment.ts';
import type { ReplyText } from './reply-text.ts';

/** One thing that a reply must or should have before it is signed, and where it is mended. */
export interface ReplyCheck {
  readonly level: 'must' | 'advice' | 'done';
  readonly text: string;
  /** Id of the field on this page; '' where the case page is the place. */
  readonly place: string;
}

interface Written {
  readonly text: ReplyText;
  readonly file: AssignmentFile;
}

/** The server's checks with the fields of this page that they mean. */
export function placedChecks(
  checks: readonly Schemas['ReplyCheck'][],
  { text, unitName }: Written & { readonly unitName: (unitId: string) => string },
): readonly ReplyCheck[] {
  return checks
    .filter(({ words }) => words !== '')
    .map((check) => {
      const whose = check.unitId === '' ? '' : `${unitName(check.unitId)}：`;
      return { level: levelOf(check), text: `${whose}${check.words}`, place: placeOf(check, text) };
    });
}

function levelOf({ state }: Schemas['ReplyCheck']): ReplyCheck['level'] {
  return state === 'must' || state === 'advice' ? state : 'done';
}

function placeOf(check: Schemas['ReplyCheck'], text: ReplyText): string {
  const { subject, code, section, demandNumber, opinionId } = check;
  switch (subject) {
    case 'class':
      return 'result-class';
    case 'evidence':
      return evidencePlace(code, text);
    case 'promises':
      return 'promise-0';
    case 'demand':
      return `answer-${section >= 0 ? section + 1 : Math.max(1, demandNumber)}`;
    case 'co-opinion':
      if (opinionId === '') return code === 'co-opinion-awaited' ? '' : `missing-${check.unitId}`;
      return code === 'co-opinion-not-judged' ? '' : `opinion-${opinionId}`;
    case 'wording':
      return section >= 0 ? `answer-${section + 1}` : 'opening';
    default:
      // What has to happen in the case before any reply.
      return '';
  }
}

/** The first empty field of what the class rests on (domain.md §1.4). */
function evidencePlace(code: string, { evidence, promises }: ReplyText): string {
  switch (code) {
    case 'class-a-evidence-missing':
      return evidence.completedOn === '' ? 'completed-on' : 'attachments';
    case 'class-b-promise-missing':
      return promises.length === 0 ? 'add-promise' : 'promise-0';
    case 'class-c-condition-missing':
      return evidence.lackingCondition.trim() === '' ? 'lacking-condition' : 'explained-by';
    case 'class-d-legal-basis-missing':
      return 'legal-basis';
    default:
      return 'result-class';
  }
}
