import { Button, Form, Input } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { ChoiceField } from '../../act/choice-field.tsx';
import { forget, keep, keptUnder } from '../../act/kept.ts';
import { hasMembers } from '../../act/kept-shape.ts';
import { Refusal } from '../../act/refusal.tsx';
import { TextField } from '../../act/text-field.tsx';
import { useCommand } from '../../act/use-command.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import type { Me } from '../../session/session.ts';
import { MOST_PASSAGE, passageOf } from './passage.ts';

type Answer = Schemas['AnswerPreReviewInput'];
type Text = Schemas['Suggestion']['text'];

const ASPECTS = [
  ['substance', '言之有物'],
  ['reasoning', '言之有理'],
  ['feasibility', '言之可行'],
] as const;
const VERDICTS = [
  { value: 'good', label: '好' },
  { value: 'improve', label: '可改进' },
];
const MOST_COMMENTS = 50;

/** 预审意见: three verdicts, advice on the whole, and comments that each quote a passage. */
export function AnswerForm({ me, id, text }: { me: Me; id: string; text: Text }): ReactElement {
  const [form] = Form.useForm<Answer>();
  const keptAs = `${me.personId}.answerPreReview.${id}`;
  const [typed] = useState(() => keptUnder(keptAs, hasMembers<Answer>({})));
  const command = useCommand<Answer>(
    async (body, header) =>
      dataOf(await api.POST('/api/v1/pre-reviews/{id}:answer', { params: { path: { id }, header }, body })),
    { endsReading: id, onDone: () => forget(keptAs) },
  );
  return (
    <section className="card" aria-label="预审意见">
      <h2>预审意见</h2>
      <Form<Answer>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        {...(typed === undefined ? {} : { initialValues: typed })}
        onValuesChange={(_changed, values) => keep(keptAs, values)}
        onFinish={(values) => command.mutate(values)}
      >
        {ASPECTS.map(([name, label]) => (
          <ChoiceField key={name} name={name} label={label} options={VERDICTS} />
        ))}
        <TextField name="advice" label="总的意见" max={5_000} rows={3} optional />
        <Comments text={text} />
        <Refusal error={command.error} />
        <div className="act-bar">
          <Button type="primary" htmlType="submit" loading={command.isPending}>
            答复预审
          </Button>
          <span className="quiet">代表看到意见后自己决定改不改，也可以直接提交</span>
        </div>
      </Form>
    </section>
  );
}

/** Comments on passages: select words of the text and take them, or type them. */
function Comments({ text }: { text: Text }): ReactElement {
  const selected = useSelectedPassage(text);
  const stands = async (_rule: unknown, value: string | undefined): Promise<void> => {
    const passage = value ?? '';
    if (passageOf(passage, text) !== passage.trim() || passage.trim() === '') {
      throw new Error('请照抄正文里的一句');
    }
  };
  return (
    <Form.Item label="逐句意见（可不填）" extra="在正文里选中一句，再按下面的按钮">
      <Form.List name="comments">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="passage-comment">
                <Form.Item name={[name, 'passage']} rules={[{ validator: stands }]}>
                  <Input maxLength={MOST_PASSAGE} aria-label={`第 ${name + 1} 处的原文`} placeholder="原文" />
                </Form.Item>
                <Form.Item
                  name={[name, 'comment']}
                  rules={[{ required: true, whitespace: true, message: '请写明意见' }]}
                >
                  <Input.TextArea
                    rows={2}
                    maxLength={1_000}
                    aria-label={`第 ${name + 1} 处的意见`}
                    placeholder="意见"
                  />
                </Form.Item>
                <Button onClick={() => remove(name)} aria-label={`去掉第 ${name + 1} 处`}>
                  去掉
                </Button>
              </div>
            ))}
            {rows.length < MOST_COMMENTS && (
              <Button onClick={() => add({ passage: selected, comment: '' })}>
                {selected === '' ? '加一处意见' : `对选中的“${shortened(selected)}”写意见`}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

/** The passage of the text that was selected last; pressing a button afterwards does not lose it. */
function useSelectedPassage(text: Text): string {
  const [selected, setSelected] = useState('');
  useEffect(() => {
    const take = (): void => {
      const selection = document.getSelection();
      const place = selection?.anchorNode?.parentElement?.closest('.suggestion-text');
      if (selection === null || place === null || place === undefined || selection.isCollapsed) return;
      setSelected(passageOf(selection.toString(), text));
    };
    document.addEventListener('selectionchange', take);
    return () => document.removeEventListener('selectionchange', take);
  }, [text]);
  return selected;
}

function shortened(passage: string): string {
  return passage.length > SHOWN ? `${passage.slice(0, SHOWN)}…` : passage;
}

const SHOWN = 12;
