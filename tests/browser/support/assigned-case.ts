import type { Cast } from '@huiyin/scripts/road/cast';
import { Journey } from '@huiyin/scripts/road/journey';
import { handOver } from '@huiyin/scripts/road/raise';

/** A case with two demands, handed over to a lead unit and one co-handler, and nothing done about it since. */
export async function assignedCase(
  cast: Cast,
  of: {
    readonly title: string;
    readonly leadDeputy: string;
    readonly leadUnit: string;
    readonly coUnit: string;
    /** Then with its task force 专班. */
    readonly isComplex?: boolean;
  },
): Promise<Journey> {
  const journey = new Journey(cast, {
    name: of.title,
    text: {
      title: of.title,
      facts: '加装的电梯已有三百余台，谁来维保、谁来出钱没有说清，去年停梯四十多次。',
      demands: ['明确每台电梯的责任单位', '建立维保资金池'],
    },
    category: '城建环保',
    leadUnit: of.leadUnit,
    coUnits: [of.coUnit],
    leadDeputy: of.leadDeputy,
    isKey: false,
    isComplex: of.isComplex ?? false,
  });
  await journey.step('起草', journey.lead(), '/suggestions', { text: { ...journey.roadCase.text } });
  await journey.step('提交', journey.lead(), `${journey.path}:submit`);
  await journey.step('登记', journey.desk(), `${journey.path}:register`, { category: '城建环保' });
  await handOver(journey);
  return journey;
}
