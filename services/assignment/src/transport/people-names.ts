import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { RpcClient } from '@huiyin/rpc/client';
import type { NamedPerson } from '../app/ports.ts';

/** People by id, asked of directory, the only one that keeps them (decisions 21). */
export function peopleNames(directory: () => RpcClient<typeof DirectoryServiceService>) {
  return {
    named: async (
      { tenant, at }: QueryContext,
      personIds: readonly string[],
    ): Promise<readonly NamedPerson[] | Rejection> => {
      if (personIds.length === 0) return [];
      const answer = await directory().resolvePeople(
        { personIds: [...personIds] },
        { asService: { tenant, at } },
      );
      return isRejection(answer) ? answer : answer.people;
    },
  };
}
