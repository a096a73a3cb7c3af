import { Checkbox, Form, Input, Select } from 'antd';
import type { FormInstance } from 'antd';
import type { ReactElement } from 'react';
import { DayField } from '../../act/day-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { choices } from '../../design/words.ts';
import { UploadField } from '../../act/uploads/upload-field.tsx';
import { LIMITS } from '../../write/draft-words.ts';
import { DeputySelect } from './deputy-select.tsx';
import { linesOf, type PaperWords } from './paper-words.ts';

/** The API's own bounds, in characters and people. */
const MAX_NUMBER = 200;
const MAX_COSIGNERS = 200;
const MAX_DEMANDS_TEXT = LIMITS.demands * (LIMITS.demand + 1);
const MAX_NUMBERS_TEXT = LIMITS.earlierNumbers * (LIMITS.earlierNumber + 1);

/** What stands on the paper, in the order in which it is read. */
export function PaperFields(props: {
  readonly form: FormInstance<PaperWords>;
  readonly keptAs: string;
}): ReactElement {
  const { form, keptAs } = props;
  const lead = Form.useWatch('lead', form);
  const cosigners = Form.useWatch('cosigners', form) ?? [];
  return (
    <>
      <div className="paper-row">
        <TextField name="formNumber" label="纸质件编号" max={MAX_NUMBER} placeholder="如 纸-001" />
        <Form.Item name="receivedAt" label="收到时间" rules={[{ required: true, message: '请填写收到时间' }]}>
          <Input type="datetime-local" className="day-field" />
        </Form.Item>
        <DayField name="signedOn" label="代表签名日期" />
      </div>
      <div className="paper-row">
        <Form.Item name="lead" label="领衔代表" rules={[{ required: true, message: '请选择领衔代表' }]}>
          <DeputySelect without={cosigners.map(({ value }) => value)} />
        </Form.Item>
        <Form.Item name="cosigners" label="联名代表（可不填）" className="wide">
          <DeputySelect
            mode="multiple"
            max={MAX_COSIGNERS}
            without={lead === undefined ? [] : [lead.value]}
          />
        </Form.Item>
      </div>
      <TextField name="title" label="标题" max={LIMITS.title} placeholder="关于……的建议" />
      <TextField name="facts" label="情况和问题" max={LIMITS.facts} rows={6} />
      <Form.Item
        name="demands"
        label="具体建议"
        extra={`一行一条，最多 ${LIMITS.demands} 条，答复逐条回应`}
        rules={[{ validator: (_rule, lines: string) => demandsFault(lines) }]}
        required
      >
        <Input.TextArea rows={4} maxLength={MAX_DEMANDS_TEXT} />
      </Form.Item>
      <UploadField name="attachments" label="扫描件" keptAs={keptAs} max={LIMITS.attachments} />
      <div className="paper-row">
        <Form.Item name="wishedContact" label="希望沟通方式">
          <Select options={choices('wishedContact')} />
        </Form.Item>
        <Form.Item name="researchSource" label="调研来源">
          <Select options={choices('researchSource')} />
        </Form.Item>
        <TextField name="affectedArea" label="涉及区域" max={LIMITS.affectedArea} optional />
      </div>
      <Form.Item
        name="earlierNumbers"
        label="曾提过（历年编号，可不填）"
        extra={`一行一个，最多 ${LIMITS.earlierNumbers} 个`}
        rules={[{ validator: (_rule, lines: string) => numbersFault(lines) }]}
      >
        <Input.TextArea rows={2} maxLength={MAX_NUMBERS_TEXT} />
      </Form.Item>
      <div className="paper-row">
        <Form.Item name="publicationConsent" valuePropName="checked" noStyle>
          <Checkbox>同意向社会公开</Checkbox>
        </Form.Item>
        <Form.Item name="authorConfidential" valuePropName="checked" noStyle>
          <Checkbox>要求保密，不公开作者</Checkbox>
        </Form.Item>
      </div>
    </>
  );
}

function demandsFault(lines: string): Promise<void> {
  if (linesOf(lines).length === 0) return Promise.reject(new Error('请填写具体建议'));
  return tooManyOrLong(lines, { items: LIMITS.demands, characters: LIMITS.demand });
}

function numbersFault(lines: string): Promise<void> {
  return tooManyOrLong(lines, { items: LIMITS.earlierNumbers, characters: LIMITS.earlierNumber });
}

function tooManyOrLong(lines: string, max: { items: number; characters: number }): Promise<void> {
  const items = linesOf(lines);
  if (items.length > max.items)
    return Promise.reject(new Error(`最多 ${max.items} 条，现有 ${items.length} 条`));
  const long = items.findIndex(({ length }) => length > max.characters);
  if (long >= 0) return Promise.reject(new Error(`第 ${long + 1} 条超过 ${max.characters} 字`));
  return Promise.resolve();
}
