import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { momentOf, type Instant } from '../domain/moment.ts';
import { mayReadDrafts, seesGovernmentOnly, sightOfBoard } from '../domain/rights.ts';
import { clockShownTo } from './clock-shown-to.ts';
import type { Board, SupervisionPorts } from './ports.ts';

/** The wall with the business time up to which it is true. */
export type BoardView = Board & { readonly asOf: Instant };

/** 三色预警墙: counts by colour, units, and everything red with its owner and next action. */
export function getBoard(ports: SupervisionPorts) {
  return async (request: { unitId: string }, ctx: QueryContext): Promise<BoardView | Rejection> => {
    const sight = sightOfBoard(ctx);
    if (isRejection(sight)) return sight;
    const unitId = sight.type === 'unit' ? sight.unitId : request.unitId;
    const board = await ports.uow.read(ctx.tenant, (tx) =>
      ports.clocks.board(tx, {
        ...{ tenant: ctx.tenant, unitId, now: ctx.at },
        government: seesGovernmentOnly(ctx),
        submittedOnly: !mayReadDrafts(ctx),
      }),
    );
    const red = board.red.map((clock) => clockShownTo(ctx, clock));
    return { ...board, red, asOf: board.oldestDue ?? momentOf(ctx.at).at };
  };
}
