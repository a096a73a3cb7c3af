import type { QuickJourney } from './quick-journey.ts';

/** One thing asked of the API. `action` is what the table names it by. */
export interface Question {
  readonly action: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** The route that is asked, where `action` says more than its name: `GET /cases/{id}`. */
  readonly route?: string;
  /** Asks whether the answer names one of these, not whether there is one. */
  readonly names?: readonly string[];
  /** A list, all of its pages. */
  readonly isList?: true;
  /** A question that comes as POST: answering it changes nothing. */
  readonly isHarmless?: true;
  /** About no case: what is not there says nothing about the right. */
  readonly isGeneral?: true;
  /** Sent over a version that nothing has, so that whoever may act is told 412 and the case stays where it is. */
  readonly isStale?: true;
}

export function get(route: string, path: string, more: Partial<Question> = {}): Question {
  return { action: `GET ${route}`, method: 'GET', path, ...more };
}

export function post(route: string, path: string, body?: unknown): Question {
  return { action: `POST ${route}`, method: 'POST', path, ...(body === undefined ? {} : { body }) };
}

/** An act on a part of the case, where the case has it. */
export function onPart(
  journey: QuickJourney,
  part: string,
  route: string,
  body?: unknown,
): readonly Question[] {
  const id = journey.parts.get(part);
  return id === undefined ? [] : [post(route, route.replace('{id}', id), body)];
}

/** What a reader of a case can ask at any stage. Shares exist from 交办 on. */
export function readsOf({ suggestionId: id, shares, parts }: QuickJourney): readonly Question[] {
  const [lead] = shares.values();
  const meetingId = parts.get('meeting');
  const clockId = parts.get('clock');
  const attachmentId = parts.get('attachment');
  return [
    get('/cases/{id}', `/cases/${id}`),
    get('/stream', `/stream?case=${id}`),
    get('/cases/{id}/timeline', `/cases/${id}/timeline?limit=1`),
    get('/cases/{id}/documents', `/cases/${id}/documents`),
    get('/suggestions/{id}', `/suggestions/${id}`),
    get('/suggestions/{id}/handling', `/suggestions/${id}/handling`),
    get('/suggestions/{id}/meetings', `/suggestions/${id}/meetings`),
    get('/suggestions/{id}/evaluations', `/suggestions/${id}/evaluations`),
    get('/clocks', `/clocks?suggestionId=${id}`),
    ...(lead === undefined ? [] : [get('/assignments/{id}', `/assignments/${lead}`)]),
    ...(meetingId === undefined ? [] : [get('/meetings/{id}', `/meetings/${meetingId}`)]),
    ...(clockId === undefined ? [] : [get('/clocks/{id}/explanation', `/clocks/${clockId}/explanation`)]),
    ...(attachmentId === undefined
      ? []
      : [
          get('/attachments/{id}', `/attachments/${attachmentId}`),
          get('/attachments/{id}/content', `/attachments/${attachmentId}/content`),
        ]),
  ];
}

/** What takes longer to answer, asked at a few stages. */
export function slowReadsOf({ suggestionId: id, path }: QuickJourney): readonly Question[] {
  const form = `/cases/${id}/documents/suggestion-form`;
  return [
    get('/suggestions/{id}/similar', `${path}/similar`),
    get('/suggestions/{id}:propose-units', `${path}:propose-units`),
    get('/suggestions/{id}:propose-classification', `${path}:propose-classification`),
    get('/cases/{id}/documents/{kind}.docx', `${form}.docx?of=${id}`),
    get('/cases/{id}/documents/{kind}.pdf', `${form}.pdf?of=${id}`),
  ];
}

/** Whether an answer names the deputies of a case, by their ids. */
export function authorsIn(
  { suggestionId: id, path, shares }: QuickJourney,
  names: readonly string[],
): readonly Question[] {
  const [lead] = shares.values();
  return [
    ['/cases/{id}', `/cases/${id}`],
    ['/cases/{id}/timeline', `/cases/${id}/timeline`],
    ['/suggestions/{id}', path],
    ['/suggestions/{id}/meetings', `${path}/meetings`],
    ['/assignments/{id}', `/assignments/${lead}`],
  ].map(([route = '', asked = '']) =>
    get(route, asked, { action: `author in GET ${route}`, route: `GET ${route}`, names }),
  );
}

/** Whether a share shows the words of its draft reply. */
export function draftIn({ shares }: QuickJourney): readonly Question[] {
  const [lead] = shares.values();
  const route = 'GET /assignments/{id}';
  return [
    get('', `/assignments/${lead}`, { action: `draft reply in ${route}`, route, names: [DRAFT_WORDS] }),
  ];
}

/** Whether an answer tells how the suggestion was written, and with which reasons it was classified. */
export function beforehandIn({ suggestionId: id, path }: QuickJourney): readonly Question[] {
  const timeline = 'GET /cases/{id}/timeline';
  const handling = 'GET /suggestions/{id}/handling';
  return [
    get('', `/cases/${id}/timeline?limit=200`, {
      ...{ action: `writing in ${timeline}`, route: timeline, names: ['suggestion-drafted'] },
    }),
    get('', `${path}/handling`, {
      ...{ action: `scores in ${handling}`, route: handling, names: ['scopeReason'] },
    }),
  ];
}

/** Stand in a draft reply and nowhere else. */
export const DRAFT_WORDS = '草稿里才有的话';
