import type { CaseFact } from './fact.ts';
import type { Instant } from './moment.ts';

/** How one unit's share of the case stands, as far as colours ask. */
export interface Share {
  readonly assignmentId: string;
  /** Empty until assignment's own event has come. */
  readonly unitId: string;
  readonly role: string;
  /** Handed back, or another share has taken its place: the unit has nothing more to do with the case. */
  readonly left: boolean;
  readonly confirmed: boolean;
  /** 知情人, as a person of that unit, until the share is handed back. */
  readonly confidant: { readonly personId: string; readonly unitId: string } | undefined;
  /** Rounds with a draft reply; an issued reply had one. */
  readonly drafted: readonly number[];
  readonly replied: readonly number[];
  readonly difficulty:
    { readonly severity: 'yellow' | 'red'; readonly at: Instant; readonly description: string } | undefined;
  /** On-site meetings 现场会 the unit refused since the last one held or waived. */
  readonly refusals: readonly { readonly meetingId: string; readonly at: Instant }[];
}

export type ShareFact = Extract<
  CaseFact,
  {
    type:
      | 'share-made'
      | 'share-succeeded'
      | 'confidant-named'
      | 'share-handed-back'
      | 'dual-confirmed'
      | 'reply-drafted'
      | 'reply-issued'
      | 'difficulty'
      | 'on-site-scheduled'
      | 'meeting-declined'
      | 'on-site-settled';
  }
>;

/** A share after a fact about it. */
export function evolveShare(share: Share, fact: ShareFact, at: Instant): Share {
  switch (fact.type) {
    case 'share-made':
      return { ...share, unitId: fact.unitId, role: fact.role };
    case 'share-succeeded':
      return { ...share, unitId: fact.unitId };
    case 'confidant-named':
      return { ...share, confidant: { personId: fact.personId, unitId: fact.unitId } };
    case 'share-handed-back':
      return { ...share, confidant: undefined, left: true };
    case 'dual-confirmed':
      return { ...share, confirmed: true };
    case 'reply-drafted':
      return { ...share, drafted: [...share.drafted, fact.round] };
    case 'reply-issued':
      return { ...share, drafted: [...share.drafted, fact.round], replied: [...share.replied, fact.round] };
    case 'difficulty': {
      const { severity, description } = fact;
      return { ...share, difficulty: severity === 'none' ? undefined : { severity, description, at } };
    }
    case 'on-site-scheduled':
      return share;
    case 'meeting-declined': {
      const known = share.refusals.some(({ meetingId }) => meetingId === fact.meetingId);
      if (!fact.byUnit || known) return share;
      return { ...share, refusals: [...share.refusals, { meetingId: fact.meetingId, at }] };
    }
    case 'on-site-settled':
      return { ...share, refusals: [] };
  }
}
