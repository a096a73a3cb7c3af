import type fc from 'fast-check';
import { bodySchemaOf, type Draft, type Subject } from './draft.ts';

/** One way to spoil a well-formed request. */
export interface Corruption {
  readonly name: string;
  readonly applies: (subject: Subject) => boolean;
  /** `refused`: must be 4xx. `survived`: a service decides; anything but a 5xx. */
  readonly outcome: 'refused' | 'survived';
  readonly spoil: (draft: Draft, subject: Subject) => fc.Arbitrary<Draft>;
}

export const always = (): boolean => true;
export const isChange = ({ method }: Subject): boolean => method !== 'GET';
export const hasMembers = (subject: Subject): boolean =>
  Object.keys(bodySchemaOf(subject)?.properties ?? {}).length > 0;

export const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
