import { Form, Input, type FormInstance } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { DatedListField } from '../../act/dated-list-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { UploadField } from '../../act/uploads/upload-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { choices } from '../../design/words.ts';
import { MOST_EVIDENCE_FILES } from '../../unit/reply-text.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

type Supplement = Schemas['SupplementReplyInput'];

/** 补充答复: the only way to change a result class once the letter is out. */
function SupplementReplyForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  return (
    <ActDrawer<Supplement>
      name={supplementReply.name}
      hint="答复签发后，改变结果类别或补充内容都用补充答复，原文不动。"
      caseId={target.caseId}
      keptAs={keptAs(supplementReply.act, target)}
      onClose={onClose}
      fields={(form) => (
        <>
          <ChoiceField name="resultClass" label="办理结果类别" options={choices('resultClass')} />
          <ClassFields form={form} target={target} />
          <TextField name="why" label="为什么补充" max={1000} rows={2} />
          <TextField name="text" label="补充内容" max={10_000} rows={6} />
        </>
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/replies/{id}:supplement', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

/** Exactly the evidence that the chosen class demands. */
function ClassFields({
  form,
  target,
}: {
  form: FormInstance<Supplement>;
  target: ActTarget;
}): ReactElement | null {
  const resultClass = Form.useWatch('resultClass', form);
  switch (resultClass) {
    case 'A':
      return (
        <>
          <Form.Item name={['evidence', 'completedOn']} label="办结日期" rules={[{ required: true }]}>
            <Input type="date" max={target.today} />
          </Form.Item>
          <UploadField
            name={['evidence', 'attachments']}
            label="证明材料"
            keptAs={keptAs(supplementReply.act, target)}
            max={MOST_EVIDENCE_FILES}
            required="A 类须附照片、验收单等证明材料"
          />
        </>
      );
    case 'B':
      return <DatedListField name="promises" label="承诺事项" one="承诺" max={20} maxText={1000} />;
    case 'C':
      return (
        <>
          <TextField name={['evidence', 'lackingCondition']} label="受限条件" max={2000} rows={2} />
          <TextField name={['evidence', 'explainedBy']} label="谁向代表解释" max={100} />
        </>
      );
    case 'D':
      return <TextField name={['evidence', 'legalBasis']} label="法律法规或政策依据" max={2000} rows={2} />;
    default:
      return null;
  }
}

export const supplementReply: CaseAct = {
  act: 'supplementReply',
  name: '补充答复',
  Form: SupplementReplyForm,
};
