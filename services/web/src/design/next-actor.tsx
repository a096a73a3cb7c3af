import type { ReactElement } from 'react';
import { word } from './words.ts';

interface Turn {
  readonly party?: { readonly kind: string; readonly name: string } | undefined;
  readonly act: string;
}

/** 现在轮到: one party and what it has to do. */
export function NextActor({ next }: { next: Turn }): ReactElement {
  return (
    <>
      <b>{partyName(next.party)}</b> {word('act', next.act)}
    </>
  );
}

/** A unit by its name, an office by its word. */
export function partyName(party: { readonly kind: string; readonly name: string } | undefined): string {
  if (party === undefined) return '';
  return party.name === '' ? word('party', party.kind) : party.name;
}
