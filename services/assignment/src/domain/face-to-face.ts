import type { Share } from './share.ts';

/** A contact in one room with the deputy 当面沟通: 走访 and 座谈. */
const FACE_TO_FACE_FORMS: readonly string[] = ['visit', 'seminar'];

/** 沟通结果: talked, or a face-to-face talk that the deputy declined or that failed otherwise. */
export const CONTACT_OUTCOMES = ['talked', 'declined', 'failed'] as const;

export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

export function isFaceToFace(form: string): boolean {
  return FACE_TO_FACE_FORMS.includes(form);
}

/**
 * How far face to face came in the present round (SD20): met in a contact, in the meeting in which both sides confirmed
 * or on site; tried, with the reason why it failed on record; or neither.
 */
export function faceToFaceOf({ contacts, dualConfirmation, round }: Share): 'met' | 'tried' | 'none' {
  if (contacts.faceToFace !== undefined) return contacts.faceToFace;
  // The meeting belongs to the first round; a state stored before face to face was kept knows it all the same.
  return round === 1 && dualConfirmation.done && dualConfirmation.manner === 'both' ? 'met' : 'none';
}

type Contacts = Share['contacts'];

/** One record more. An attempt is no contact: the deputy was not heard. */
export function withContact(
  contacts: Contacts,
  { form, outcome }: { readonly form: string; readonly outcome: ContactOutcome },
): Contacts {
  const { total, inRound, attempts = 0 } = contacts;
  if (outcome !== 'talked') {
    return { ...contacts, attempts: attempts + 1, faceToFace: contacts.faceToFace ?? 'tried' };
  }
  const talked = { ...contacts, total: total + 1, inRound: inRound + 1 };
  return isFaceToFace(form) ? { ...talked, faceToFace: 'met' } : talked;
}

/** A later round hears the deputy again and tries face to face again (T22). */
export function contactsAnew({ faceToFace: _earlier, ...contacts }: Contacts): Contacts {
  return { ...contacts, inRound: 0 };
}
