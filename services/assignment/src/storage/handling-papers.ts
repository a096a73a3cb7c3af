import type { HandlingPapers } from '../app/ports.ts';
import { dropOpinionDraft, opinionDraft, saveOpinionDraft } from './opinion-drafts.ts';
import { contactsOf, keepContact, keepPlan, plansOf } from './plans-and-contacts.ts';
import { keepDelivery, keepSupplement, markIssued, repliesOf, reply, saveDraft } from './replies.ts';

/** Tables `plan_version`, `contact`, `co_opinion_draft`, `reply`, `reply_supplement` and `reply_delivery`. */
export const handlingPapers: HandlingPapers = {
  keepPlan,
  plansOf,
  keepContact,
  contactsOf,
  saveDraft,
  markIssued,
  keepSupplement,
  keepDelivery,
  saveOpinionDraft,
  dropOpinionDraft,
  opinionDraft,
  reply,
  repliesOf,
};
