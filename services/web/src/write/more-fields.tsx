import { Checkbox, Form, Input, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { useUnits } from '../api/use-units.ts';
import { choices } from '../design/words.ts';
import { LIMITS, type DraftWords } from './draft-words.ts';
import { EarlierNumbers } from './earlier-numbers.tsx';
import { SUB_TYPES } from './field-text.ts';

interface MoreFieldsProps {
  readonly words: DraftWords;
  readonly locked: boolean;
  readonly onChange: (words: DraftWords) => void;
}

/** What has an answer already that most keep: sub-type, wishes, publication, author, source, place and past. */
export function MoreFields({ words, locked, onChange }: MoreFieldsProps): ReactElement {
  const change = (changed: Partial<DraftWords>): void => onChange({ ...words, ...changed });
  return (
    <details className="sheet-part more-fields">
      <summary>希望谁办、怎样联系、涉及哪里、曾否提过、公开与保密</summary>
      <Form layout="vertical" component="div" disabled={locked}>
        <Form.Item label="希望承办单位（可不填）" htmlFor="write-units">
          <WishedUnits value={words.wishedUnitIds} onChange={(wishedUnitIds) => change({ wishedUnitIds })} />
        </Form.Item>
        <Form.Item label="希望沟通方式">
          <Radio.Group
            aria-label="希望沟通方式"
            options={choices('wishedContact')}
            value={words.wishedContact}
            onChange={({ target }) => change({ wishedContact: target.value })}
          />
        </Form.Item>
        <Form.Item label="分类">
          <Radio.Group
            aria-label="分类"
            options={[...SUB_TYPES]}
            value={words.subType}
            onChange={({ target }) => change({ subType: target.value })}
          />
        </Form.Item>
        <Form.Item label="调研来源">
          <Radio.Group
            aria-label="调研来源"
            options={choices('researchSource')}
            value={words.researchSource}
            onChange={({ target }) => change({ researchSource: target.value })}
          />
        </Form.Item>
        <Form.Item label="涉及区域（可不填）" htmlFor="write-area">
          <Input
            id="write-area"
            maxLength={LIMITS.affectedArea}
            value={words.affectedArea}
            placeholder="区、乡镇、街道，或更小的地方"
            onChange={({ target }) => change({ affectedArea: target.value })}
          />
        </Form.Item>
        <Form.Item label="曾提过（历年编号，可不填）">
          <EarlierNumbers
            numbers={words.earlierNumbers}
            locked={locked}
            onChange={(earlierNumbers) => change({ earlierNumbers })}
          />
        </Form.Item>
        <Checkbox
          checked={words.publicationConsent}
          onChange={({ target }) => change({ publicationConsent: target.checked })}
        >
          同意向社会公开
        </Checkbox>
        <Checkbox
          checked={words.authorConfidential}
          onChange={({ target }) => change({ authorConfidential: target.checked })}
        >
          要求保密，不公开作者
        </Checkbox>
      </Form>
    </details>
  );
}

function WishedUnits(props: { value: string[]; onChange: (ids: string[]) => void }): ReactElement {
  const units = useUnits();
  return (
    <Select
      id="write-units"
      mode="multiple"
      maxCount={LIMITS.units}
      value={props.value}
      onChange={props.onChange}
      placeholder="输入单位名称"
      optionFilterProp="label"
      options={[...units].map(([value, label]) => ({ value, label }))}
    />
  );
}
