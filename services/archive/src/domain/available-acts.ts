import { can } from '@huiyin/access/can';
import type { Subject } from '@huiyin/access/relation';
import type { CaseFile } from './case-file.ts';
import type { Around, Offer } from './offer.ts';
import { assignmentOffers } from './offers-assignment.ts';
import { caseOffers } from './offers-case.ts';
import { evaluationOffers } from './offers-evaluation.ts';
import { meetingOffers } from './offers-meeting.ts';
import { supervisionOffers } from './offers-supervision.ts';
import { circleOf, traitsOf } from './visibility.ts';

/** One act that the reader may try on the case page. */
export interface AvailableAct {
  /** operationId of the REST operation, e.g. `acknowledgeAssignment`. */
  readonly act: string;
  /** What it acts on: the id in the operation's path; where the path has none, the case or the share or clock meant. */
  readonly targetId: string;
  /** The share concerned; '' when it concerns the case as a whole. */
  readonly assignmentId: string;
}

/** Every offer, in the order of the road. */
export const OFFERS: readonly Offer[] = [
  ...caseOffers,
  ...assignmentOffers,
  ...meetingOffers,
  ...evaluationOffers,
  ...supervisionOffers,
];

/**
 * What the reader may do now: an offer by the policy and the facts that have reached the archive. The owner of each act
 * decides again, with what only the owner knows (days, contents, facts on their way), and may refuse.
 */
export function availableActs(file: CaseFile, reader: Subject, around: Around): readonly AvailableAct[] {
  const traits = traitsOf(file);
  return OFFERS.flatMap(({ act, action, targets }) =>
    targets(file, reader, around)
      .filter(({ assignmentId, officeOf, participantIds = [] }) => {
        const relations = circleOf(file, reader, { assignmentId: assignmentId ?? officeOf, participantIds });
        return can(reader, action, { tenant: reader.tenant, relations, traits }).allowed;
      })
      .map(({ id, assignmentId = '' }) => ({ act, targetId: id, assignmentId })),
  );
}
