import type { ApiSession } from '@huiyin/scripts/api/session';
import { Cast } from '@huiyin/scripts/road/cast';
import { PLACES } from '@huiyin/demo-city/places';
import { inject } from 'vitest';

const casts = new Map(PLACES.map(({ tenant }) => [tenant, new Cast(inject('gatewayUrl'), tenant)] as const));

export const TENANTS = PLACES.map(({ tenant }) => tenant);

export function castOf(tenant: string): Cast {
  const cast = casts.get(tenant);
  if (cast === undefined) throw new Error(`the demo city has no ${tenant}`);
  return cast;
}

export const deskOf = (tenant: string): Promise<ApiSession> => castOf(tenant).person('desk');

/** A fact on a case's timeline. */
export interface Fact {
  readonly type: string;
  readonly occurredAt: string;
  readonly reason: string;
  readonly version: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Everything that happened to a case, oldest first, as its desk reads it. */
export async function timelineOf(tenant: string, caseId: string): Promise<readonly Fact[]> {
  return (await (await deskOf(tenant)).all<Fact>(`/cases/${caseId}/timeline`)).toReversed();
}

/** A case as lists show it. */
export interface Summary {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly category: string;
  readonly stage: string;
  readonly colour: string;
  readonly isKey: boolean;
  readonly origin: string;
}

/** The cases of one tenant that were handled here, not those of past registers. */
export async function casesOf(tenant: string): Promise<readonly Summary[]> {
  return (await deskOf(tenant)).all<Summary>('/cases?origin=live');
}
