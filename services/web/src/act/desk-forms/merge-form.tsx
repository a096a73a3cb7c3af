import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { TextField } from '../text-field.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

/** Rows offered while somebody types. */
const MOST_OFFERED = 20;

/** 并案: into a registered suggestion for the same thing; each deputy keeps an own reply and evaluation. */
function MergeForm(props: DeskFormProps): ReactElement {
  return (
    <ActDrawer<{ parentId: string; reason: string; competence: string }>
      {...props}
      name={merge.name}
      hint="并入另一件已登记的建议一起办理。每位代表仍各得一份答复、各自评价；双方领衔代表都会收到通知。两件文字相同之处由系统记入并案记录。"
      fields={() => (
        <>
          <Form.Item
            name="parentId"
            label="并入哪一件"
            rules={[{ required: true, message: '请选择并入哪一件' }]}
          >
            <CaseChoice without={props.caseId} />
          </Form.Item>
          <TextField name="reason" label="并案理由" max={500} rows={3} />
          <TextField name="competence" label="同属哪个单位的职责" max={200} />
        </>
      )}
      send={async (body, header) => {
        const params = { path: { id: props.targetId }, header };
        return dataOf(await api.POST('/api/v1/suggestions/{id}:merge', { params, body }));
      }}
    />
  );
}

/** Found by words of the title; `value` and `onChange` come from the form. */
function CaseChoice(props: {
  readonly without: string;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (caseId: string) => void;
}): ReactElement {
  const { without, ...field } = props;
  const [title, setTitle] = useState('');
  const found = useQuery({
    queryKey: ['cases', 'merge-into', title],
    queryFn: async () => {
      const query = { title, origin: 'live' as const, progress: 'open' as const, limit: MOST_OFFERED };
      return dataOf(await api.GET('/api/v1/cases', { params: { query } })).items;
    },
  });
  const options = (found.data ?? [])
    .filter(({ caseId, displayNumber }) => caseId !== without && displayNumber !== '')
    .map(({ caseId, displayNumber, title: name }) => ({ value: caseId, label: `${displayNumber} ${name}` }));
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTitle }}
      options={options}
      loading={found.isFetching}
      placeholder="输入标题中的文字查找"
      notFoundContent={found.error === null ? '没有标题含这些字的在办建议' : '没有取到，请再输一次'}
    />
  );
}

export const merge: DeskForm = { act: 'mergeSuggestion', name: '并案', Form: MergeForm };
