import type { Actor } from '@huiyin/kernel/actor';
import type { CommandContext, QueryContext } from '@huiyin/kernel/command-context';
import { stableId } from '@huiyin/kernel/ids';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { FeedOwner } from '../domain/calendar-feed.ts';
import { feedUnknown, secretTaken } from '../domain/rejections.ts';
import type { MeetingPorts } from './ports.ts';

type Ports = Pick<MeetingPorts, 'uow' | 'feeds' | 'publishFeed'>;

/** Makes the feed, or gives it another address; the one before is worthless at once. */
export function renewCalendarFeed(ports: Ports) {
  return ({ secretHash }: { secretHash: string }, ctx: CommandContext) => {
    const owner = ownerOf(ctx.actor);
    const feedId = feedIdOf(ctx.tenant, owner);
    return ports.uow.command(ctx, feedId, async (tx, stream) => {
      const holder = await ports.feeds.ofSecret(tx, ctx.tenant, secretHash);
      if (holder !== undefined && holder.feedId !== feedId) return secretTaken();
      await stream.append(ports.publishFeed({ type: 'calendar-feed-renewed', feedId, owner }));
      await ports.feeds.save(tx, ctx.tenant, { ...owner, feedId, secretHash, madeAt: ctx.at });
      return { id: feedId };
    });
  };
}

/** Ends the feed. */
export function revokeCalendarFeed(ports: Ports) {
  return (_request: object, ctx: CommandContext) => {
    const owner = ownerOf(ctx.actor);
    const feedId = feedIdOf(ctx.tenant, owner);
    return ports.uow.command(ctx, feedId, async (tx, stream) => {
      if ((await ports.feeds.find(tx, ctx.tenant, feedId)) === undefined) return feedUnknown();
      const { personId } = owner;
      await stream.append(ports.publishFeed({ type: 'calendar-feed-revoked', feedId, personId }));
      await ports.feeds.remove(tx, ctx.tenant, feedId);
      return { id: feedId };
    });
  };
}

/** When the caller's feed got its address; undefined when there is none. */
export function getCalendarFeed(ports: Ports) {
  return (_request: object, ctx: QueryContext): Promise<{ readonly madeAt: Date } | undefined> =>
    ports.uow.read(ctx.tenant, (tx) =>
      ports.feeds.find(tx, ctx.tenant, feedIdOf(ctx.tenant, ownerOf(ctx.actor))),
    );
}

/** The owner of an address as the actor he would be after a login; a membership that ended ends its feed. */
export function feedOwner(ports: Pick<MeetingPorts, 'uow' | 'feeds' | 'reference'>) {
  return (secretHash: string, tenant: string): Promise<Actor | Rejection> =>
    ports.uow.read(tenant, async (tx) => {
      const feed = await ports.feeds.ofSecret(tx, tenant, secretHash);
      if (feed === undefined) return feedUnknown();
      const { personId, role, unitId } = feed;
      const memberships = await ports.reference.memberships(tx, personId);
      const holds = memberships.some((each) => each.active && each.role === role && each.unitId === unitId);
      if (!holds) return feedUnknown();
      const actor = { accountId: feed.feedId, personId, roles: [role] };
      return unitId === '' ? actor : { ...actor, unitId };
    });
}

/** A session acts in exactly one membership. */
function ownerOf({ personId, roles, unitId = '' }: Actor): FeedOwner {
  const [role] = roles;
  if (role === undefined) throw new Error('a feed belongs to somebody with a role');
  return { personId, role, unitId };
}

function feedIdOf(tenant: string, { personId, role, unitId }: FeedOwner): string {
  return stableId('calendar-feed', tenant, personId, role, unitId);
}
