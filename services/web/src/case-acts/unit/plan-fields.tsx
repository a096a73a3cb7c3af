import { Alert, Form, Select, type FormInstance } from 'antd';
import type { ReactElement } from 'react';
import { DatedListField } from '../../act/dated-list-field.tsx';
import { DayField } from '../../act/day-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import type { Schemas } from '../../api/client.ts';
import { choices } from '../../design/words.ts';

export type PlanInput = Schemas['PlanInput'];

/** What a key item's plan still lacks of 五个一 (domain.md §2.6), in words; the item and the unit stand by the share. */
function missingOfFiveOnes(plan: Partial<PlanInput>): readonly string[] {
  const filled = (text: string | undefined): boolean => (text ?? '').trim() !== '';
  const highEnough = plan.leaderRank === 'government-deputy-head' || plan.leaderRank === 'unit-head';
  return [
    ...(filled(plan.leaderName) && filled(plan.leaderPost) ? [] : ['牵头领导的姓名和职务']),
    ...(highEnough ? [] : ['牵头领导须是单位正职或政府领导']),
    ...(filled(plan.solution) ? [] : ['方案']),
    ...(filled(plan.deadline) ? [] : ['时限']),
  ];
}

/** 办理方案; says beforehand what a key item lacks. */
export function PlanFields<Values extends PlanInput>(props: {
  readonly form: FormInstance<Values>;
  readonly isKey: boolean;
  readonly today: string;
}): ReactElement {
  const { form, isKey, today } = props;
  const typed = Form.useWatch([], form as FormInstance) as Partial<PlanInput> | undefined;
  const missing = isKey ? missingOfFiveOnes(typed ?? {}) : [];
  return (
    <>
      {isKey && (
        <Alert
          type="info"
          showIcon
          role="status"
          className="failure"
          title={missing.length === 0 ? '“五个一”已齐' : `重点建议“五个一”还差：${missing.join('、')}`}
        />
      )}
      <TextField name="leaderName" label="牵头领导" max={50} optional={!isKey} />
      <TextField name="leaderPost" label="职务" max={100} optional={!isKey} placeholder="如：局长" />
      <Form.Item name="leaderRank" label="职级" rules={[{ required: true, message: '请选择职级' }]}>
        <Select options={choices('leaderRank')} />
      </Form.Item>
      <TextField name="solution" label="措施" max={20_000} rows={4} />
      <DatedListField name="milestones" label="里程碑" one="里程碑" max={30} maxText={200} />
      <DayField name="deadline" label="完成时限" from={today} />
    </>
  );
}
