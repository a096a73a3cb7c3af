import type { ComponentType, FunctionComponent } from 'react';
import type { CaseFile } from '../case/use-case.ts';
import type { Me } from '../session/session.ts';

/** What an act of the case page is about. */
export interface ActTarget {
  readonly file: CaseFile;
  readonly caseId: string;
  /** The share, meeting, request, … that the act is done to; the suggestion's id where it is the case itself. */
  readonly targetId: string;
  /** The share concerned; '' when the act concerns the case as a whole. */
  readonly assignmentId: string;
  readonly me: Me;
  /** Business day, YYYY-MM-DD. */
  readonly today: string;
}

/** What an act on a meeting is about; a hand-over meeting 交办会 belongs to no case. */
export type MeetingTarget = Omit<ActTarget, 'file' | 'caseId'> & Partial<Pick<ActTarget, 'file' | 'caseId'>>;

/** An act on a meeting, which needs no case. */
export interface MeetingAct extends Omit<CaseAct, 'Form'> {
  readonly Form: FunctionComponent<{ readonly target: MeetingTarget; readonly onClose: () => void }>;
}

/** An act that people do from the case page. */
export interface CaseAct {
  /** `operationId` of the API, as the case file offers it. */
  readonly act: string;
  /** The verb on its button. */
  readonly name: string;
  /** Whose form this is, where several roles do the act each in a way of its own; nobody named means everybody. */
  readonly roles?: readonly string[];
  /** Done for each share apart, as an evaluation is; else offered once for a target. */
  readonly isPerShare?: boolean;
  /** Offered once for the case, whatever it can be done to: its form asks to which. */
  readonly asksTarget?: boolean;
  /** Never the filled button, because it is rarely what was meant. */
  readonly isRare?: boolean;
  /** Narrows what the case file offers to what this form is for. */
  readonly isOffered?: (file: CaseFile) => boolean;
  /** Asks for what the act needs and does it. */
  readonly Form: ComponentType<{ readonly target: ActTarget; readonly onClose: () => void }>;
}

/** Under which the words typed for an act are kept in this browser. */
export function keptAs(act: string, { me, targetId }: Pick<ActTarget, 'me' | 'targetId'>): string {
  return [me.personId, act, targetId].join('.');
}
