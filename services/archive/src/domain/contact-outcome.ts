import { text, type Fact } from './fact.ts';

/** What came of a contact: a talk, or a face-to-face talk tried in vain. One recorded before attempts were is a talk. */
export function contactOutcome(fact: Fact): 'talked' | 'declined' | 'failed' {
  const outcome = text(fact, 'outcome');
  return outcome === 'declined' || outcome === 'failed' ? outcome : 'talked';
}
