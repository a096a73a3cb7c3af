import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { useRules, type RulePack } from '../../api/use-rules.ts';
import { dayText } from '../../design/days.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { ChoiceField } from '../choice-field.tsx';
import { TextField } from '../text-field.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

/** 改用规则版本: what runs keeps the day it counts from and takes the new version's term. */
function MoveRulesForm(props: DeskFormProps): ReactElement {
  const packs = useRules();
  const begun = (packs.data ?? []).filter(({ effectiveFrom }) => effectiveFrom <= props.today);
  return (
    <ActDrawer<{ rulePackVersion: string; reason: string }>
      {...props}
      name={moveRules.name}
      hint="在办的时限起算日不变，期限改按新版本计算；已经办的不作废。"
      fields={() => (
        <>
          <ChoiceField
            name="rulePackVersion"
            label="规则版本"
            options={begun.map((pack) => ({ value: pack.version, label: packText(pack, props.today) }))}
          />
          <TextField name="reason" label="理由" max={500} rows={3} />
        </>
      )}
      send={async (body, header) => {
        const params = { path: { id: props.targetId }, header };
        return dataOf(await api.POST('/api/v1/suggestions/{id}:move-rules', { params, body }));
      }}
    />
  );
}

function packText({ version, content, effectiveFrom, inForce }: RulePack, today: string): string {
  return `${content.name} ${version}（${dayText(effectiveFrom, today)}起${inForce ? '，现行' : ''}）`;
}

export const moveRules: DeskForm = { act: 'moveRules', name: '改用规则版本', Form: MoveRulesForm };
