import type { Role } from '@huiyin/kernel/actor';
import { describe, expect, it } from 'vitest';

import type { Action } from './actions.ts';
import { can, type Resource } from './can.ts';
import type { Trait } from './policy-row.ts';
import type { Relation } from './relation.ts';

/** The columns of domain.md §3.2. */
const READERS = {
  own: ['deputy', 'lead-deputy'],
  deputy: ['deputy'],
  desk: ['congress-desk'],
  committee: ['committee', 'overseeing-committee'],
  office: ['government-office', 'deciding-office'],
  lead: ['unit-liaison', 'lead-unit'],
  co: ['unit-liaison', 'co-unit'],
  other: ['unit-liaison'],
} as const satisfies Record<string, readonly [Role, Relation?]>;

type Reader = keyof typeof READERS;

function readersOf(action: Action, ...traits: Trait[]): Reader[] {
  return (Object.keys(READERS) as Reader[]).filter((reader) => {
    const [role, relation]: readonly [Role, Relation?] = READERS[reader];
    const on: Resource = { tenant: 'donghu', relations: relation ? [relation] : [], traits };
    return can({ tenant: 'donghu', personId: 'p', roles: [role] }, action, on).allowed;
  });
}

const EVERYBODY = Object.keys(READERS);
const CASE = ['own', 'desk', 'committee', 'office', 'lead', 'co'];

describe('who reads what of a case', () => {
  it('the text: other deputies after assignment, other units when published', () => {
    expect(readersOf('archive.read-text')).toEqual(CASE);
    expect(readersOf('archive.read-text', 'assigned')).toEqual(['own', 'deputy', ...CASE.slice(1)]);
    expect(readersOf('archive.read-text', 'published')).toEqual(EVERYBODY);
  });

  it('the author: whoever reads the text, unless confidentiality was asked for', () => {
    expect(readersOf('archive.read-author', 'assigned')).toEqual(readersOf('archive.read-text', 'assigned'));
    expect(readersOf('archive.read-author', 'assigned', 'confidential-author')).toEqual(['own', 'desk']);
    expect(readersOf('archive.read-author', 'published', 'confidential-author')).toEqual(['own', 'desk']);
    const contact: Resource = {
      tenant: 'donghu',
      relations: ['lead-unit', 'confidant'],
      traits: ['confidential-author'],
    };
    const liaison = { tenant: 'donghu', personId: 'p', roles: ['unit-liaison'] } as const;
    expect(can(liaison, 'archive.read-author', contact).allowed).toBe(true);
  });

  it('a draft reply: its unit, its office, and 代表工委 on demand; never the deputy', () => {
    expect(readersOf('archive.read-draft-reply', 'assigned')).toEqual(['desk', 'office', 'lead']);
  });

  it('the words of a draft reply: by 代表工委 only after its reading is on record', () => {
    expect(readersOf('assignment.read-draft-reply')).toEqual(['office', 'lead']);
    expect(readersOf('assignment.read-draft-reply', 'draft-reading-recorded')).toEqual([
      'desk',
      'office',
      'lead',
    ]);
    expect(readersOf('assignment.open-draft-reply')).toEqual(['desk']);
  });

  it('the final reply: every deputy and every handler, other units when published', () => {
    expect(readersOf('archive.read-final-reply', 'replied')).toEqual(['own', 'deputy', ...CASE.slice(1)]);
    expect(readersOf('archive.read-final-reply', 'published')).toEqual(EVERYBODY);
    // Before it is delivered, of the deputies only those who are to sign the record of it.
    expect(readersOf('archive.read-final-reply', 'told-face-to-face')).toEqual(['own', ...CASE.slice(1)]);
  });

  it('an evaluation: the unit only once it is submitted', () => {
    expect(readersOf('archive.read-evaluation', 'replied')).toEqual(['own', 'desk', 'committee', 'office']);
    expect(readersOf('archive.read-evaluation', 'replied', 'evaluated')).toContain('lead');
    expect(readersOf('archive.read-evaluation', 'replied', 'evaluated')).not.toContain('co');
  });

  it('the rest of the matrix', () => {
    const analysis = ['own', 'desk', 'committee', 'office'];
    expect(readersOf('archive.read-analysis')).toEqual(analysis);
    expect(readersOf('assignment.read-analysis')).toEqual(analysis);
    expect(readersOf('archive.read-contact-records')).toEqual(CASE);
    expect(readersOf('archive.read-co-opinion')).toEqual(CASE.slice(1));
    expect(readersOf('archive.read-co-opinion', 'replied')).toEqual(CASE.slice(1));
    expect(readersOf('archive.read-colours')).toEqual(CASE);
    expect(readersOf('archive.read-task-force')).toEqual(CASE.slice(1));
  });

  it('the phone of an office’s contact: offices and units, no deputy, whatever else is open to them', () => {
    const called = ['desk', 'committee', 'office', 'lead', 'co', 'other'];
    expect(readersOf('archive.read-office-contact', 'assigned', 'published')).toEqual(called);
    expect(readersOf('archive.read-deputy-contact')).toEqual(['desk']);
  });

  it('a draft: nobody but its deputies, and the reviewer who was asked', () => {
    expect(readersOf('intake.read-draft')).toEqual(['own']);
    expect(readersOf('intake.read-draft', 'pre-review-asked')).toEqual(['own', 'desk']);
    expect(readersOf('archive.read-draft', 'assigned', 'published')).toEqual(['own']);
    expect(readersOf('archive.read-draft', 'assigned', 'pre-review-asked')).toEqual(['own', 'desk']);
  });

  it('districts: the city reads summaries, no case', () => {
    const city = { tenant: 'yunchuan', personId: 'p', roles: ['city-congress'] } as const;
    const on: Resource = { tenant: 'yunchuan', relations: [] };
    expect(can(city, 'archive.read-district-summary', on).allowed).toBe(true);
    expect(can(city, 'archive.read-text', { ...on, tenant: 'donghu' }).allowed).toBe(false);
  });
});
