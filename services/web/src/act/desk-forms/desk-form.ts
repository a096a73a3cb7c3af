import type { ComponentType } from 'react';
import type { CommandAnswer } from '../use-command.ts';

/** What a form of the desk needs to know: it stands on the case page and on the desk's own pages. */
export interface DeskFormProps {
  readonly caseId: string;
  /** The request, share or reply that the act is done to; the case's id where it is the case itself. */
  readonly targetId: string;
  /** Under which what was typed is kept in this browser. */
  readonly keptAs: string;
  /** Business day, YYYY-MM-DD. */
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone?: (answer: CommandAnswer) => void;
}

/** An act of the desk: the operation, the verb on its button, and its form. */
export interface DeskForm {
  /** `operationId` of the API. */
  readonly act: string;
  readonly name: string;
  readonly Form: ComponentType<DeskFormProps>;
}
