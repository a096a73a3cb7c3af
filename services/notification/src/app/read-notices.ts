import type { CommandContext, QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { noticeNotFound } from '../domain/rejections.ts';
import type { NotificationPorts, StoredNotice } from './ports.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;

/** The caller's own notices, newest first. Nobody reads another's: the person comes from the signed token. */
export function listNotices({ uow, notices }: NotificationPorts) {
  return (
    request: { unreadOnly: boolean; limit: number; cursor: string },
    ctx: QueryContext,
  ): Promise<{ notices: readonly StoredNotice[]; unread: number; full: boolean }> => {
    const limit = Math.min(request.limit > 0 ? request.limit : DEFAULT_PAGE, MAX_PAGE);
    const { personId } = ctx.actor;
    return uow.read(ctx.tenant, async (tx) => {
      const which = { personId, unreadOnly: request.unreadOnly, limit, after: request.cursor };
      const found = await notices.list(tx, ctx.tenant, which);
      return {
        notices: found,
        unread: await notices.unread(tx, ctx.tenant, personId),
        full: found.length === limit,
      };
    });
  };
}

/** Marks a notice of the caller's and all older ones as read. */
export function markNoticesRead({ uow, notices }: NotificationPorts) {
  return (request: { upToNoticeId: string }, ctx: CommandContext): Promise<CommandResult | Rejection> =>
    uow.command(ctx, ctx.actor.personId, async (tx) => {
      const { upToNoticeId: noticeId } = request;
      const which = { noticeId, personId: ctx.actor.personId, at: ctx.at };
      return (await notices.markReadUpTo(tx, ctx.tenant, which)) ? { id: noticeId } : noticeNotFound;
    });
}

/** Marks one of the caller's notices as read; again changes nothing. */
export function markNoticeRead({ uow, notices }: NotificationPorts) {
  return (request: { noticeId: string }, ctx: CommandContext): Promise<CommandResult | Rejection> =>
    uow.command(ctx, ctx.actor.personId, async (tx) => {
      const marked = await notices.markRead(tx, ctx.tenant, {
        noticeId: request.noticeId,
        personId: ctx.actor.personId,
        at: ctx.at,
      });
      return marked ? { id: request.noticeId } : noticeNotFound;
    });
}
