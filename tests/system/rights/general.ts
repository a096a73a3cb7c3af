import { get, post, type Question } from './questions.ts';

/** An id of nothing. */
const NOBODY = '00000000-0000-4000-8000-000000000000';
const DAY = '2026-01-05';
const TEXT = '情况说明';
const PERSON = { name: '某人', memberships: [] };
const UNIT = { name: '某局', kind: 'government' };
const SESSION = { congressTerm: 19, congressSession: 5, opensOn: '2026-01-09', closesOn: '2026-01-05' };
const CUT_OFF = { cutOffAt: '2026-01-08T10:00:00Z' };

/** What is asked of no case in particular. Acts bring what a later guard refuses, or act on what does not exist. */
export function generalQuestions(): readonly Question[] {
  const all = [...directoryReads(), ...directoryActs(), ...writing(), ...otherReads(), ...otherActs()];
  return [...all.map((question) => ({ ...question, isGeneral: true as const })), handOverOfMany()];
}

function directoryReads(): readonly Question[] {
  const lists = [
    '/tenants',
    '/units',
    '/people',
    '/congress-sessions',
    '/rule-packs',
    '/rule-packs:shipped',
    '/calendars',
    '/calendars:progress',
    '/notices',
  ];
  return [
    ...lists.map((path) => get(path, path)),
    get('/people:resolve', `/people:resolve?ids=${NOBODY}`),
    get('/notices:count-unread', '/notices:count-unread'),
    get('/me', '/me'),
    get('/me/views', '/me/views'),
    get('/operations/clock', '/operations/clock'),
    get('/subscriptions', '/subscriptions'),
    get('/deliveries', '/deliveries'),
  ];
}

function directoryActs(): readonly Question[] {
  const put = (route: string, body: unknown): Question => ({
    ...{ action: `PUT ${route}`, method: 'PUT', path: route.replace('{id}', NOBODY), body },
  });
  return [
    post('/tenants', '/tenants', { tenant: 'donghu', name: '东湖区', level: 'city', areaCode: '990101' }),
    { ...post('/units', '/units', UNIT), isStale: true },
    put('/units/{id}', UNIT),
    post('/units/{id}:succeed', `/units/${NOBODY}:succeed`, { successorUnitId: NOBODY, onDate: DAY }),
    { ...post('/people', '/people', PERSON), isStale: true },
    put('/people/{id}', PERSON),
    post('/people/{id}:end-mandate', `/people/${NOBODY}:end-mandate`, { onDate: DAY, reason: TEXT }),
    post('/accounts', '/accounts', {
      personId: NOBODY,
      login: 'nobody@donghu',
      password: 'long-enough-2026',
    }),
    post('/congress-sessions', '/congress-sessions', { ...SESSION, ...CUT_OFF }),
    put('/congress-sessions/{id}', { ...SESSION, ...CUT_OFF }),
    post('/rule-packs', '/rule-packs', { version: 'none', effectiveFrom: DAY, contentJson: '{}' }),
    post('/calendars', '/calendars', {
      ...{ knownUntil: DAY, days: [1, 2].map(() => ({ date: DAY, off: true, name: TEXT })) },
    }),
    post('/calendars:preview', '/calendars:preview', {
      ...{ knownUntil: DAY, days: [1, 2].map(() => ({ date: DAY, off: true, name: TEXT })) },
    }),
    post('/operations/clock:advance', '/operations/clock:advance', { to: '2020-01-05T00:00:00Z' }),
  ];
}

function writing(): readonly Question[] {
  const words = { title: TEXT, facts: TEXT, demands: [TEXT] };
  const form = { formNumber: '1', leadDeputyId: NOBODY, signedOn: '2099-01-01', text: words };
  return [
    { ...post('/suggestions:advise', '/suggestions:advise', words), isHarmless: true },
    { ...post('/suggestions:similar', '/suggestions:similar', words), isHarmless: true },
    post('/suggestions', '/suggestions', { text: { ...words, wishedUnitIds: [NOBODY] } }),
    // One result a form: the right is the request's, a form's own fault stands in its result.
    { ...post('/suggestions:take-in', '/suggestions:take-in', { forms: [form] }), isHarmless: true },
  ];
}

function otherReads(): readonly Question[] {
  return [
    ...[
      '/board',
      '/cases:count-colours',
      '/imports/counts',
      '/batches',
      '/certificates',
      '/training-matrix',
      '/ballots',
      '/calendar-feed',
      '/meetings.ics',
    ].map((path) => get(path, path)),
    get('/batches/{id}/exam', `/batches/${NOBODY}/exam`),
    get('/ballots/{id}', `/ballots/${NOBODY}`),
    ...[
      '/operations/health',
      `/operations/traces?of=${'0'.repeat(32)}`,
      '/operations/service-map',
      '/operations/metrics',
      '/operations/dead-letters?service=archive',
    ].map((path) => get(path.split('?')[0] ?? '', path)),
  ];
}

/** 交办会 that belongs to no case, on a day that is over: to who may not convene one there is no such thing. */
function handOverOfMany(): Question {
  return {
    ...post('/meetings hand-over of many', '/meetings', {
      ...{ kind: 'hand-over', startsAt: '2020-01-05T01:00:00Z', place: TEXT, participantIds: [] },
    }),
    route: 'POST /meetings',
  };
}

function otherActs(): readonly Question[] {
  const row = { line: 1, row: {} };
  const secretHash = '0'.repeat(64);
  return [
    { ...post('/calendar-feed:renew', '/calendar-feed:renew', { secretHash }), isStale: true },
    { ...post('/calendar-feed:revoke', '/calendar-feed:revoke'), isStale: true },
    { ...post('/me/views', '/me/views', { list: 'cases', name: TEXT, filters: 'a=1' }), isStale: true },
    post('/me/views/{id}:rename', `/me/views/${NOBODY}:rename`, { name: TEXT }),
    { action: 'DELETE /me/views/{id}', method: 'DELETE', path: `/me/views/${NOBODY}` },
    { ...post('/imports', '/imports', { source: TEXT, rows: [row] }), isHarmless: true },
    post('/batches', '/batches', { topic: 'law', title: TEXT, startsOn: '2026-02-02', endsOn: '2026-02-01' }),
    post('/enrolments', '/enrolments', { batchId: NOBODY }),
    post('/exams', '/exams', { batchId: NOBODY, answers: [] }),
    post('/ballots', '/ballots', { title: TEXT }),
    ...['close-check-in', 'open-casting', 'close'].map((verb) =>
      post(`/ballots/{id}:${verb}`, `/ballots/${NOBODY}:${verb}`),
    ),
    post('/ballots/{id}:check-in', `/ballots/${NOBODY}:check-in`, { blindedToken: 'A'.repeat(342) }),
    post('/notices:mark-read', '/notices:mark-read', { upToNoticeId: NOBODY }),
    post('/notices/{id}:read', `/notices/${NOBODY}:read`),
    {
      ...{ action: 'PUT /subscriptions', method: 'PUT', path: '/subscriptions', isStale: true },
      body: {
        ...{ email: false, emailAddress: '', webhook: false, digest: true },
        ...{ quietFrom: '22:00', quietTo: '07:00' },
      },
    },
    ...['settle', 'resend'].map((verb) =>
      post(`/deliveries/{id}:${verb}`, `/deliveries/${NOBODY}:${verb}`, { reason: TEXT }),
    ),
    post('/operations/dead-letters/{id}:replay', `/operations/dead-letters/${NOBODY}:replay`, {
      ...{ service: 'archive', source: 'intake' },
    }),
  ];
}
