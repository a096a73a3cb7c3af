import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { RpcClient } from '@huiyin/rpc/client';

/** Names of people by id, asked of directory, the only one that keeps them (decisions 21). */
export function peopleNames(directory: () => RpcClient<typeof DirectoryServiceService>) {
  return {
    names: async (
      { tenant, at }: QueryContext,
      personIds: readonly string[],
    ): Promise<ReadonlyMap<string, string> | Rejection> => {
      if (personIds.length === 0) return new Map();
      const answer = await directory().resolvePeople(
        { personIds: [...personIds] },
        { asService: { tenant, at } },
      );
      if (isRejection(answer)) return answer;
      return new Map(answer.people.map(({ personId, name }) => [personId, name]));
    },
  };
}
