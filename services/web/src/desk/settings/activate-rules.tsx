import { useQuery } from '@tanstack/react-query';
import { Form, Select, type FormInstance } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { DayField } from '../../act/day-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import type { RulePack } from '../../api/use-rules.ts';
import { useToday } from '../../api/use-today.ts';
import type { Me } from '../../session/session.ts';

type Wanted = Schemas['ActivateRulePackInput'];

/** 启用规则包: one that comes with Huiyin as it is, or its text changed under a version of its own. */
export function ActivateRules(props: {
  readonly me: Me;
  /** What has been put in force. */
  readonly packs: readonly RulePack[];
  readonly onClose: () => void;
}): ReactElement {
  const { me, packs, onClose } = props;
  const today = useToday();
  return (
    <ActDrawer<Wanted>
      name="启用规则包"
      hint="用于生效后登记的建议；在办件按原来的版本，除非决定改用。启用后这个版本不能再改。"
      keptAs={`${me.personId}.activateRulePack`}
      fields={(form) => (
        <>
          <ShippedChoice form={form} packs={packs} />
          <TextField
            name="version"
            label="版本"
            max={60}
            extra="小写字母、数字、点和横线；改过内容须用新版本"
          />
          <DayField name="effectiveFrom" label="生效日" from={today} />
          <TextField name="contentJson" label="内容（JSON）" max={100_000} rows={12} />
        </>
      )}
      send={async (body, header) =>
        dataOf(await api.POST('/api/v1/rule-packs', { params: { header }, body }))
      }
      onClose={onClose}
    />
  );
}

/** Fills version and content in; both can be changed afterwards. */
function ShippedChoice(props: {
  readonly form: FormInstance<Wanted>;
  readonly packs: readonly RulePack[];
}): ReactElement {
  const { form, packs } = props;
  const shipped = useQuery({
    queryKey: ['rule-packs', 'shipped'],
    queryFn: async () => dataOf(await api.GET('/api/v1/rule-packs:shipped', {})).items,
  });
  const fillIn = (chosen: string): void => {
    const pack = shipped.data?.find(({ version }) => version === chosen);
    if (pack === undefined) return;
    const { version, contentJson } = pack;
    form.setFieldsValue({ version, contentJson: JSON.stringify(JSON.parse(contentJson), null, 2) });
  };
  return (
    <Form.Item label="随系统提供的规则包（可不选）" htmlFor="shipped-rules">
      <Select
        id="shipped-rules"
        placeholder="填入下面的版本和内容"
        loading={shipped.isPending}
        status={shipped.isError ? 'error' : ''}
        onSelect={fillIn}
        options={(shipped.data ?? []).map(({ version, contentJson }) => ({
          value: version,
          label: labelOf(version, contentJson, packs),
        }))}
      />
    </Form.Item>
  );
}

function labelOf(version: string, contentJson: string, packs: readonly RulePack[]): string {
  const { name } = JSON.parse(contentJson) as RulePack['content'];
  const isActivated = packs.some((pack) => pack.version === version);
  return isActivated ? `${name} ${version}（已启用过）` : `${name} ${version}`;
}
