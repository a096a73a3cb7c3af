import type { Question } from './questions.ts';
import type { QuickJourney } from './quick-journey.ts';

/** Every list in which a case, or something of it, can stand. */
const LISTS = [
  '/cases',
  '/suggestions',
  '/registration-queue',
  '/paper-forms',
  '/pre-reviews',
  '/assignment-board',
  '/assignments',
  '/return-requests',
  '/clocks?includeClosed=true',
  '/urges',
  '/supervision-letters',
  '/talks',
  '/meetings',
  '/evaluations',
  '/promises',
  '/rectifications',
] as const;

/** Whether a case stands in a reader's lists, all pages of them. */
export function inLists({ suggestionId }: QuickJourney): readonly Question[] {
  return LISTS.map((path) => {
    const route = `GET ${path.split('?')[0]}`;
    return { action: `in ${route}`, route, method: 'GET', path, names: [suggestionId], isList: true };
  });
}
