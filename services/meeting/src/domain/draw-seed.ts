import { stableId } from '@huiyin/kernel/ids';
import { shareOf, type CaseFile } from './case-file.ts';
import type { IssuedReply } from './look-back.ts';

/** What the draw of a reply's look-back goes by; anybody can repeat the draw from it. */
export type SeedOf = (tenant: string, file: CaseFile, reply: IssuedReply) => string;

/** Chain hash of `reply-issued`: nobody knows it before the reply is signed. */
export const chainSeed: SeedOf = (_tenant, _file, { seed }) => seed;

/**
 * Number, unit and round of the reply, for rehearsals: there the same city comes to the same draws each time, while a
 * chain hash is another one whenever anything is done again (ADR 0033).
 */
export const rehearsedSeed: SeedOf = (tenant, file, { assignmentId, round, seed }) => {
  const { number } = file;
  const unitId = shareOf(file, assignmentId)?.unitId;
  if (number === undefined || unitId === undefined) return seed;
  return stableId('rehearsal', tenant, number, unitId, String(round));
};
