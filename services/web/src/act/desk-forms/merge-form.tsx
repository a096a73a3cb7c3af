import { Form } from 'antd';
import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { CaseChoice } from '../case-choice.tsx';
import { TextField } from '../text-field.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

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

export const merge: DeskForm = { act: 'mergeSuggestion', name: '并案', Form: MergeForm };
