import { replyingShares } from '../../act/desk-forms/share-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { meetingText, packagesText } from '../../case/task-force-text.ts';
import type { Column } from '../../sheet/sheet.ts';
import { fiveOnesOf, planInForce } from './five-ones.ts';

/** A key or complex case with what stands for its five ones. */
interface KeyItemRow {
  readonly item: Schemas['AssignmentBoardCase'];
  readonly ones: ReturnType<typeof fiveOnesOf>;
  readonly taskForce: Schemas['AssignmentCase']['taskForce'];
  readonly grounds: Schemas['AssignmentCase']['keyGrounds'];
}

/** How many of the five a case has: 4/5. */
const FIVE = 5;

export function keyItemColumns(
  units: ReadonlyMap<string, string>,
  today: string,
): readonly Column<KeyItemRow>[] {
  return [
    { name: '编号', of: ({ item }) => item.displayNumber },
    { name: '标题', of: ({ item }) => item.title, width: 56 },
    ...['一位领导', '一个单位', '一套方案', '一个期限'].map((wanted) => ({
      name: wanted,
      of: ({ ones }: KeyItemRow) => ones.find(({ name }) => name === wanted)?.value || '还缺',
      width: 28,
    })),
    {
      name: '五个一已有',
      of: ({ ones }) => `${ones.filter(({ value }) => value !== '').length}/${FIVE}`,
      width: 12,
    },
    {
      name: '督办机构',
      of: ({ grounds }) => units.get(grounds?.supervisingUnitId ?? '') ?? '',
      width: 28,
    },
    {
      name: '专班成员单位',
      of: ({ taskForce }) =>
        taskForce === null ? '还没有专班' : taskForce.unitIds.map((unit) => units.get(unit) ?? '').join('、'),
      width: 40,
    },
    {
      name: '专班工作包',
      of: ({ taskForce }) => (taskForce === null ? '' : packagesText(taskForce, today)),
      width: 32,
    },
    {
      name: '专班会议',
      of: ({ taskForce }) => (taskForce === null ? '' : meetingText(taskForce, today)),
      width: 40,
    },
  ];
}

/** The five ones of each, one case after the other. */
export async function keyItemRows(
  items: readonly Schemas['AssignmentBoardCase'][],
  units: ReadonlyMap<string, string>,
  today: string,
): Promise<readonly KeyItemRow[]> {
  const rows: KeyItemRow[] = [];
  for (const item of items) {
    const params = { path: { id: item.suggestionId } };
    const handling = dataOf(await api.GET('/api/v1/suggestions/{id}/handling', { params }));
    const lead = replyingShares(handling)[0];
    const plans = lead === undefined ? [] : await plansOf(lead.assignmentId);
    const unit = units.get(lead?.unitId ?? '') ?? '';
    const ones = fiveOnesOf({ title: item.title, unit, plan: planInForce(plans), today });
    rows.push({ item, ones, taskForce: handling.taskForce, grounds: handling.keyGrounds });
  }
  return rows;
}

async function plansOf(id: string): Promise<Schemas['AssignmentFile']['plans']> {
  return dataOf(await api.GET('/api/v1/assignments/{id}', { params: { path: { id } } })).plans;
}
