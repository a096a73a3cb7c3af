import { reject } from '@huiyin/kernel/rejection';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Decider } from './events.ts';
import { refuseOutOfOffice, type Membership } from './mandate.ts';
import { wrongStatus } from './rejections.ts';

export interface TakeLeadCommand {
  /** The co-signer who takes the lead. */
  readonly deputyId: string;
  /** How the desk knows that he agrees; a co-signer who takes it himself need not say why. */
  readonly reason: string;
  readonly byDesk: boolean;
  readonly on: LocalDate;
  readonly leadMemberships: readonly Membership[];
  readonly takerMemberships: readonly Membership[];
}

/**
 * 改由联名代表领衔: the lead deputy's mandate ended while the suggestion is handled. By itself nothing changes, since it
 * outlives its author (SH19); a co-signer in office may take the lead (domain.md §2.9). The former lead remains one of
 * those who signed, and is owed his own reply.
 */
export const takeLead: Decider<TakeLeadCommand> = (suggestion, command) => {
  const { deputyId, reason, byDesk, on } = command;
  if (suggestion.status !== 'registered') {
    return wrongStatus(suggestion.status, '只有已登记、未并案的建议可以改由联名代表领衔');
  }
  if (suggestion.closed === true) return wrongStatus('closed', '建议已办结，不需要改由联名代表领衔');
  const { leadDeputyId: from, cosignerIds } = suggestion;
  if (!cosignerIds.includes(deputyId)) {
    return reject('invalid', 'not-a-cosigner', '只能由本件建议的联名代表接任领衔', { field: 'deputyId' });
  }
  const lead = refuseOutOfOffice(from, command.leadMemberships);
  if (lead === undefined) {
    return reject('wrong-state', 'lead-in-office', '领衔代表仍在任，不能改由他人领衔');
  }
  if (lead.code === 'fact-not-yet-known') return lead;
  const taker = refuseOutOfOffice(deputyId, command.takerMemberships);
  if (taker !== undefined) return taker;
  if (byDesk && reason === '') {
    return reject('invalid', 'reason-missing', '请写明该联名代表何时、以何种方式同意接任', {
      field: 'reason',
    });
  }
  const others = cosignerIds.filter((id) => id !== deputyId);
  return [
    {
      type: 'lead-passed',
      fromDeputyId: from,
      leadDeputyId: deputyId,
      cosignerIds: [...others, from],
      takenOn: on,
      reason,
    },
  ];
};
