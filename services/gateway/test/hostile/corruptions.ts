import fc from 'fast-check';
import { BODY_CORRUPTIONS } from './body-corruptions.ts';
import { always, type Corruption, isChange, object } from './corruption.ts';
import { type Draft, filled, parametersOf, type Subject, takesIfMatch } from './draft.ts';

const isKeyed = ({ method, path }: Subject): boolean =>
  method === 'POST' && !path.endsWith('/session') && !path.endsWith(':cast');
const isSecured = ({ operation }: Subject): boolean => (operation.security?.length ?? 0) > 0;
const hasIds = (subject: Subject): boolean =>
  parametersOf(subject, 'path').some(({ schema }) => schema.format === 'uuid');
const isPaged = (subject: Subject): boolean =>
  parametersOf(subject, 'query').some(({ name }) => name === 'limit');

const withHeader = (draft: Draft, name: string, value: string): Draft => ({
  ...draft,
  headers: { ...draft.headers, [name]: value },
});
const withoutHeader = (draft: Draft, name: string): Draft => {
  const { [name]: _dropped, ...headers } = draft.headers;
  return { ...draft, headers };
};

const CONTENT_TYPES = [
  'text/plain',
  'text/html',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
  'application/json\t; charset=utf-8',
  'application/json ;\tcharset=utf-8',
  'application/json; charset=utf-7',
  'application/json, text/plain',
  'application/jsonx',
  'application/problem+json',
  'APPLICATION/',
  '/',
];
const BAD_KEYS = ['', ' ', 'a b', 'k'.repeat(129), 'schlüssel', 'a\tb', '\u0080'];
const BAD_IF_MATCH = ['1', 'W/"1"', '"-1"', '"1", "2"', '"x"', '""', '"9999999999999999"', '"1.0"'];
const BAD_IDS = [
  '1',
  'NOT-AN-ID',
  '0198C0DE-0000-7000-8000-000000000000',
  '0198c0de-0000-7000-8000-00000000000g',
  '%00',
  'a%00b',
  '%0d%0aset-cookie:x=1',
  '%zz',
  '%c0%80',
  '%ff',
  '..',
  '%2e%2e%2f',
  "';drop table event;--",
  '%E5%85%B3',
  'x'.repeat(300),
  '$%7Bjndi%7D',
].map((id) => id.replaceAll(/[ ;']/g, encodeURIComponent));

/** Headers, addresses and callers that are wrong. */
const CALL_CORRUPTIONS: readonly Corruption[] = [
  { name: 'well-formed', outcome: 'survived', applies: isSecured, spoil: (draft) => fc.constant(draft) },
  {
    name: 'wrong content type',
    outcome: 'refused',
    applies: isChange,
    spoil: (draft) =>
      fc
        .constantFrom(...CONTENT_TYPES)
        .map((type) =>
          withHeader({ ...draft, raw: JSON.stringify(object(draft.body)) }, 'content-type', type),
        ),
  },
  {
    name: 'no key',
    outcome: 'refused',
    applies: isKeyed,
    spoil: (draft) => fc.constant(withoutHeader(draft, 'idempotency-key')),
  },
  {
    name: 'malformed key',
    outcome: 'refused',
    applies: isKeyed,
    spoil: (draft) => fc.constantFrom(...BAD_KEYS).map((key) => withHeader(draft, 'idempotency-key', key)),
  },
  {
    name: 'malformed If-Match',
    outcome: 'refused',
    applies: takesIfMatch,
    spoil: (draft) => fc.constantFrom(...BAD_IF_MATCH).map((value) => withHeader(draft, 'if-match', value)),
  },
  {
    name: 'stale If-Match',
    outcome: 'survived',
    applies: takesIfMatch,
    spoil: (draft) => fc.nat().map((version) => withHeader(draft, 'if-match', `"${version}"`)),
  },
  {
    name: 'wrong ids',
    outcome: 'refused',
    applies: hasIds,
    spoil: (draft, subject) =>
      fc.constantFrom(...BAD_IDS).map((id) => ({
        ...draft,
        // Escaped already, and wrongly so on purpose.
        path: filled(
          subject.path,
          Object.fromEntries(parametersOf(subject, 'path').map(({ name }) => [name, '@'])),
        ).replaceAll('%40', id),
      })),
  },
  {
    name: 'unknown query',
    outcome: 'refused',
    applies: always,
    spoil: (draft) =>
      fc
        .constantFrom('isAdmin=1', '__proto__=1', 'x=%00', 'x'.repeat(2000), '%00=1', 'a[b]=c', '%ff=%fe')
        .map((query) => ({ ...draft, query })),
  },
  {
    name: 'wrong page',
    outcome: 'refused',
    applies: isPaged,
    spoil: (draft) =>
      fc
        .constantFrom(
          'limit=0',
          'limit=-1',
          'limit=1e9',
          'limit=abc',
          'limit=1&limit=2',
          'cursor=%00',
          'cursor=%E5',
          'cursor=a%20b',
        )
        .map((query) => ({ ...draft, query: `${draft.query}&${query}` })),
  },
  {
    name: 'invented cursor',
    outcome: 'survived',
    applies: isPaged,
    spoil: (draft) =>
      fc
        .constantFrom(
          "'",
          'e30=',
          'AAAA',
          '-1',
          '0198c0de-0000-7000-8000-000000000000',
          'x'.repeat(1024),
          '{}',
          '2026-01-01',
        )
        .map((cursor) => ({ ...draft, query: `${draft.query}&cursor=${encodeURIComponent(cursor)}` })),
  },
  {
    name: 'wrong method',
    outcome: 'refused',
    applies: always,
    spoil: (draft, { document, path }) => {
      const known = Object.keys((document['paths'] as Record<string, object>)[path] ?? {});
      const others = ['get', 'post', 'put', 'patch', 'delete', 'options'].filter(
        (name) => !known.includes(name),
      );
      return fc.constantFrom(...others).map((method) => ({ ...draft, method: method.toUpperCase() }));
    },
  },
  {
    name: 'unknown address',
    outcome: 'refused',
    applies: always,
    spoil: (draft) =>
      fc
        .constantFrom('/x', ':x', '/', '/..;/', '//', '%2f', '/%', '.json')
        .map((end) => ({ ...draft, path: draft.path + end })),
  },
  {
    name: 'no session',
    outcome: 'refused',
    applies: isSecured,
    spoil: (draft) =>
      fc
        .constantFrom('', `__Host-huiyin=${'A'.repeat(43)}`, '__Host-huiyin=%00')
        .map((cookie) => withHeader(draft, 'cookie', cookie)),
  },
  {
    name: 'another site',
    outcome: 'refused',
    applies: isChange,
    spoil: (draft) =>
      fc
        .constantFrom(
          ['origin', 'https://evil.example'],
          ['sec-fetch-site', 'cross-site'],
          ['origin', 'null'],
          ['origin', '%'],
        )
        .map(([name = '', value = '']) => withHeader(draft, name, value)),
  },
];

export const CORRUPTIONS: readonly Corruption[] = [...CALL_CORRUPTIONS, ...BODY_CORRUPTIONS];
