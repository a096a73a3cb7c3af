import {
  askLead,
  isOver,
  isTooLateToWithdraw,
  isWithUnit,
  passForce,
  replyingOf,
  type ModelCase,
  type ModelShare,
} from './model.ts';

/** What others told assignment; `share` where it is about one. */
export type Heard =
  | {
      readonly kind:
        'confirmed' | 'on-site' | 'next-round' | 'receipt-missed' | 'window-ended' | 'promise-broken';
      readonly share: string;
    }
  | { readonly kind: 'closed' | 'reopened' | 'merged' | 'withdrawal-requested' | 'left-road' | 'force-met' }
  | { readonly kind: 'absorbed'; readonly owed: readonly string[] }
  | { readonly kind: 'lead-passed'; readonly lead: string }
  | { readonly kind: 'unit-succeeded'; readonly from: string; readonly to: string };

/** What assignment's part of the model becomes by a fact of others. */
export function hearInCase(one: ModelCase, heard: Heard): void {
  const share = 'share' in heard ? one.shares.find(({ id }) => id === heard.share) : undefined;
  switch (heard.kind) {
    case 'closed':
      one.phase = 'closed';
      // Opened again, nothing is before the 主任会议 until somebody proposes it anew.
      one.proposed = false;
      return dissolve(one);
    case 'reopened':
      if (one.phase === 'closed') one.phase = 'handling';
      return;
    case 'merged':
      return endShares(one, 'merged');
    case 'withdrawal-requested':
      return isTooLateToWithdraw(one) ? undefined : endShares(one, 'ended');
    case 'left-road':
      return isOver(one) ? undefined : endShares(one, 'ended');
    case 'force-met':
      return;
    case 'absorbed':
      for (const owed of heard.owed) one.owed.add(owed);
      return;
    case 'lead-passed':
      one.lead = heard.lead;
      if (one.phase === 'handling') for (const each of replyingOf(one)) askLead(one, each);
      return;
    case 'unit-succeeded':
      return succeed(one, heard);
    default:
      return share && hearInShare(one, share, heard.kind);
  }
}

function hearInShare(one: ModelCase, share: ModelShare, kind: Heard['kind']): void {
  if (kind === 'confirmed') share.confirmed = true;
  if (kind === 'on-site') share.onSite = 'done';
  if (kind === 'on-site') share.faced = true;
  if (kind === 'receipt-missed' && one.phase === 'handling' && share.state === 'unsigned')
    share.state = 'signed';
  if (kind === 'window-ended' && one.phase === 'handling' && share.state === 'signed')
    share.state = 'in-hand';
  if (kind === 'promise-broken' && share.state === 'answered' && share.delivered.size > 0)
    share.changed = true;
  if (kind !== 'next-round' || share.state !== 'answered') return;
  share.round += 1;
  share.state = 'in-hand';
  share.contactsInRound = 0;
  share.faced = false;
  share.drafted = false;
  share.delivered = new Set();
  share.asked = false;
  share.changed = false;
}

function endShares(one: ModelCase, phase: 'merged' | 'ended'): void {
  one.phase = phase;
  for (const share of one.shares) if (isWithUnit(share)) share.state = 'ended';
  dissolve(one);
}

function dissolve(one: ModelCase): void {
  if (one.force === 'formed') one.force = 'dissolved';
}

const WEIGHT = { lead: 2, parallel: 1, co: 0 } as const;

/** One unit, one share: the weightier stays. */
function succeed(one: ModelCase, { from, to }: { readonly from: string; readonly to: string }): void {
  if (one.phase !== 'handling' && one.phase !== 'closed') return;
  const held = (unit: string): ModelShare | undefined =>
    one.shares.find((share) => share.unit === unit && isWithUnit(share));
  const [share, own] = [held(from), held(to)];
  if (share === undefined) return;
  passForce(one, from, to);
  if (own !== undefined && WEIGHT[share.role] <= WEIGHT[own.role]) {
    share.state = 'gone';
    return;
  }
  if (own !== undefined) own.state = 'gone';
  share.unit = to;
}
