import type { LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import type { Decider, SuggestionEvent } from './events.ts';
import { wrongStatus } from './rejections.ts';
import { cosignersOf, isDrafting } from './suggestion.ts';
import { refuseIncomplete } from './text.ts';

/** More than any delegation of a city; a limit so that one suggestion stays one page of signatures. */
export const MAX_COSIGNERS = 200;

const SUBMITTED = '已提交的建议不能再调整联名代表';

/** T1: the lead invites deputies to sign a text that can be signed. Those already invited are left as they are. */
export const inviteCosigners: Decider<{ readonly deputyIds: readonly string[] }> = (suggestion, command) => {
  if (!isDrafting(suggestion)) return wrongStatus(suggestion.status, SUBMITTED);
  const incomplete = refuseIncomplete(suggestion.text);
  if (incomplete !== undefined) return incomplete;
  if (command.deputyIds.includes(suggestion.leadDeputyId)) {
    return reject('invalid', 'cosigner-is-lead', '领衔代表不必再联名', { field: 'deputyIds' });
  }
  const invited = cosignersOf(suggestion).map((cosigner) => cosigner.deputyId);
  const deputyIds = [...new Set(command.deputyIds)].filter((deputyId) => !invited.includes(deputyId));
  if (invited.length + deputyIds.length > MAX_COSIGNERS) {
    return reject('invalid', 'cosigners-too-many', `联名代表不能超过${MAX_COSIGNERS}名`, {
      field: 'deputyIds',
    });
  }
  return deputyIds.length === 0 ? [] : [{ type: 'cosignature-requested', deputyIds }];
};

/** The lead takes an invitation back, or the invited deputy declines it. */
export const removeCosigner: Decider<{
  readonly deputyId: string;
  readonly cause: 'by-lead' | 'declined' | 'mandate-ended';
}> = (suggestion, command) => {
  if (!isDrafting(suggestion)) return wrongStatus(suggestion.status, SUBMITTED);
  if (!cosignersOf(suggestion).some((cosigner) => cosigner.deputyId === command.deputyId)) {
    return reject('wrong-state', 'cosigner-not-invited', '该代表不在联名邀请中');
  }
  return [{ type: 'cosigner-removed', deputyId: command.deputyId, cause: command.cause }];
};

/**
 * T2: the co-signer confirms that the words reflect the own will (SD7). The signature is over the hash of the text the
 * co-signer read; a text that changed meanwhile must be read again.
 */
export const confirmCosignature: Decider<{
  readonly deputyId: string;
  readonly textHash: string;
  readonly on: LocalDate;
}> = (suggestion, command) => {
  if (!isDrafting(suggestion)) return wrongStatus(suggestion.status, SUBMITTED);
  const cosigner = cosignersOf(suggestion).find((one) => one.deputyId === command.deputyId);
  if (cosigner === undefined) return reject('wrong-state', 'cosigner-not-invited', '您不在联名邀请中');
  if (cosigner.answer === 'confirmed') {
    return reject('wrong-state', 'cosigner-already-confirmed', '您已确认联名，无需再次确认');
  }
  if (command.textHash !== suggestion.textHash) {
    return reject('wrong-state', 'text-changed-since-read', '内容已修改，请重新阅读后再确认');
  }
  const { deputyId, textHash, on } = command;
  const confirmed: SuggestionEvent = { type: 'cosignature-confirmed', deputyId, textHash, on };
  return [confirmed];
};
