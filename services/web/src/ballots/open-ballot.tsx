import { Form, InputNumber, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { ActDrawer } from '../act/act-drawer.tsx';
import { CaseChoice } from '../act/case-choice.tsx';
import { ChoiceField } from '../act/choice-field.tsx';
import { UnitField } from '../act/desk-forms/unit-field.tsx';
import { TextField } from '../act/text-field.tsx';
import { api, dataOf } from '../api/client.ts';
import { useDeputies } from '../api/use-deputies.ts';
import type { Me } from '../session/session.ts';
import type { Ballot } from './use-ballots.ts';

interface Values {
  readonly title: string;
  readonly about?: 'unit' | 'suggestion';
  readonly unitId?: string;
  readonly suggestionId?: string;
  readonly voterIds?: string[];
  readonly members?: number | null;
}

/** Opens a ballot on a unit's work or on how a case was handled, or the re-vote of one that was 不满意. */
export function OpenBallot(props: {
  readonly me: Me;
  readonly revoteOf?: Ballot;
  readonly onClose: () => void;
}): ReactElement {
  const { me, revoteOf, onClose } = props;
  return (
    <ActDrawer<Values>
      name={revoteOf === undefined ? '发起投票' : '再次测评'}
      hint="先签到，签到结束后才投票。签到时手机得到选票凭证，投票时不登录，系统不知道谁投了什么。"
      keptAs={`${me.personId}.open-ballot.${revoteOf?.ballotId ?? 'new'}`}
      initial={revoteOf === undefined ? { about: 'unit' } : { title: `${revoteOf.title}（再次测评）` }}
      fields={() => (
        <>
          <TextField name="title" label="投票事项" max={120} />
          {revoteOf === undefined && <SubjectFields />}
          <VotersField />
          <Form.Item
            name="members"
            label="组成人员总数（可不填）"
            extra="过半数和结果都按它算；不填为参加投票的人数"
          >
            <InputNumber min={1} max={10_000} precision={0} />
          </Form.Item>
        </>
      )}
      send={async (values, header) => {
        const { title, voterIds = [], members } = values;
        const what = revoteOf === undefined ? subjectOf(values) : { revoteOf: revoteOf.ballotId };
        const body = { title, voterIds, members: members ?? 0, ...what };
        return dataOf(await api.POST('/api/v1/ballots', { params: { header }, body }));
      }}
      onClose={onClose}
    />
  );
}

/** What is typed for the other kind of subject may be kept, and is not sent. */
function subjectOf({ about, unitId = '', suggestionId = '' }: Values) {
  return about === 'suggestion' ? { suggestionId } : { unitId };
}

const SUBJECTS = [
  { value: 'unit', label: '一个承办单位的办理工作' },
  { value: 'suggestion', label: '一件建议的办理' },
];

function SubjectFields(): ReactElement {
  const about = Form.useWatch<Values['about']>('about');
  return (
    <>
      <ChoiceField name="about" label="对什么投票" options={SUBJECTS} />
      {about === 'suggestion' ? (
        <Form.Item
          name="suggestionId"
          label="哪一件建议"
          rules={[{ required: true, message: '请选择哪一件建议' }]}
        >
          <CaseChoice />
        </Form.Item>
      ) : (
        <UnitField name="unitId" label="哪个承办单位" />
      )}
    </>
  );
}

/** Found by name; nobody chosen means every deputy. */
function VotersField(): ReactElement {
  const [name, setName] = useState('');
  const found = useDeputies(name);
  return (
    <Form.Item name="voterIds" label="参加投票的代表（可不填）" extra="不填为本级全体代表">
      <Select
        mode="multiple"
        placeholder="按姓名找"
        showSearch={{ filterOption: false, onSearch: setName }}
        options={(found.data ?? []).map(({ personId, name: person }) => ({ value: personId, label: person }))}
        loading={found.isFetching}
        notFoundContent={name === '' ? '输入姓名' : '没有这个姓名的代表'}
      />
    </Form.Item>
  );
}
