import type { Action } from '@huiyin/access/actions';
import type { Subject } from '@huiyin/access/relation';
import type { CaseFile } from './case-file.ts';

/** What one operation can be done to, as far as the file knows, before anybody's rights are asked for. */
export interface Offer {
  readonly act: string;
  readonly action: Action;
  readonly targets: (file: CaseFile, reader: Subject, around: Around) => readonly Target[];
}

/** What offers ask beside the file. */
export interface Around {
  /** False once the lead deputy's mandate has ended, as directory last said. */
  readonly leadInOffice: boolean;
}

export interface Target {
  readonly id: string;
  /** The share by which units' rights are judged; absent: the case as a whole. */
  readonly assignmentId?: string;
  /** The share whose office acts for the whole case; absent: the office of any of its shares. */
  readonly officeOf?: string;
  readonly participantIds?: readonly string[];
}
