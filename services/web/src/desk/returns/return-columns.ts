import { api, dataOf, type Schemas } from '../../api/client.ts';
import type { Column } from '../../sheet/sheet.ts';

type Units = ReadonlyMap<string, string>;
type Share = Schemas['AssignmentSummary'];

const NAMED: readonly Column<{ readonly displayNumber: string; readonly title: string }>[] = [
  { name: '编号', of: ({ displayNumber }) => displayNumber },
  { name: '标题', of: ({ title }) => title, width: 56 },
];

export function returnColumns(units: Units): readonly Column<Share>[] {
  return [
    ...NAMED,
    { name: '申退单位', of: ({ unitId }) => units.get(unitId) ?? '', width: 28 },
    { name: '理由', of: ({ returnRequest }) => returnRequest?.grounds ?? '', width: 56 },
    {
      name: '请改由',
      of: ({ returnRequest }) => units.get(returnRequest?.proposedUnitId ?? '') ?? '（没有提出）',
      width: 28,
    },
    { name: '申退日期', of: ({ returnRequest }) => returnRequest?.requestedOn ?? '', width: 12 },
  ];
}

export function reassignColumns(units: Units): readonly Column<Share>[] {
  return [
    ...NAMED,
    { name: '已退回的单位', of: ({ unitId }) => units.get(unitId) ?? '', width: 28 },
    { name: '起算日期', of: ({ clockStartOn }) => clockStartOn, width: 12 },
  ];
}

export function extensionColumns(units: Units): readonly Column<Share>[] {
  return [
    ...NAMED,
    { name: '申请单位', of: ({ unitId }) => units.get(unitId) ?? '', width: 28 },
    { name: '现在的到期日', of: ({ replyDueOn }) => replyDueOn, width: 14 },
  ];
}

interface Coordinated {
  readonly item: Schemas['AssignmentBoardCase'];
  readonly coordination: Schemas['AssignmentCase']['coordination'];
}

export function coordinationColumns(units: Units): readonly Column<Coordinated>[] {
  return [
    ...NAMED.map(({ of, ...column }) => ({ ...column, of: ({ item }: Coordinated) => of(item) })),
    {
      name: '提请单位',
      of: ({ coordination }) => units.get(coordination?.requestedByUnitId ?? '') ?? '',
      width: 28,
    },
    { name: '理由', of: ({ coordination }) => coordination?.grounds ?? '', width: 56 },
  ];
}

/** Who asked for the coordination of each, and why. */
export async function coordinated(
  items: readonly Schemas['AssignmentBoardCase'][],
): Promise<readonly Coordinated[]> {
  const found: Coordinated[] = [];
  for (const item of items) {
    const params = { path: { id: item.suggestionId } };
    const { coordination } = dataOf(await api.GET('/api/v1/suggestions/{id}/handling', { params }));
    found.push({ item, coordination });
  }
  return found;
}
