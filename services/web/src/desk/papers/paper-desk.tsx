import { Alert, Button, Form } from 'antd';
import { useEffect, useState, type KeyboardEvent, type ReactElement } from 'react';
import { forget, keep, keptUnder } from '../../act/kept.ts';
import { isRecord } from '../../act/kept-shape.ts';
import { Refusal } from '../../act/refusal.tsx';
import type { Schemas } from '../../api/client.ts';
import { keptPaper } from './kept-paper.ts';
import { PaperFields } from './paper-fields.tsx';
import { firstForm, nextForm, type PaperWords } from './paper-words.ts';
import { useTakeIn } from './use-take-in.ts';

/** One form after the other, by keyboard alone: what is typed is kept here until it is taken in. */
export function PaperDesk({ keptAs, now }: { keptAs: string; now: string }): ReactElement {
  const [form] = Form.useForm<PaperWords>();
  const [last, setLast] = useState<Schemas['PaperFormResult'] & { readonly title: string }>();
  const [first] = useState(() => keptPaper(keptUnder(keptAs, isRecord)) ?? firstForm(now));
  const takeIn = useTakeIn((words, result) => answered(words, result));
  useEffect(() => form.focusField(first.formNumber === '' ? 'formNumber' : 'lead'), [form, first]);

  const send = (words: PaperWords): void => {
    if (takeIn.isPending) return;
    setLast(undefined);
    // What could not be sent is shown by the mutation, and the words stay in the form.
    takeIn.mutate(words);
  };
  const answered = (words: PaperWords, result: Schemas['PaperFormResult']): void => {
    setLast({ ...result, title: words.title });
    if (result.outcome === 'refused') return point(result);
    forget(keptAs);
    form.setFieldsValue(nextForm(words));
    form.focusField('lead');
  };
  const point = ({ field, message }: Schemas['PaperFormResult']): void => {
    const name = FIELDS[field];
    if (name === undefined) return;
    form.setFields([{ name, errors: [message] }]);
    form.focusField(name);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.submit();
  };
  return (
    <section className="card paper-form" aria-label="录入">
      <Form<PaperWords>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={first}
        onKeyDown={press}
        onValuesChange={(_changed, words) => keep(keptAs, words)}
        onFinish={send}
      >
        <PaperFields form={form} keptAs={keptAs} />
        <Refusal error={takeIn.error} />
        <footer className="panel-foot">
          <Button type="primary" htmlType="submit" loading={takeIn.isPending}>
            录入，接着下一份 <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </Button>
          <Outcome last={last} />
        </footer>
      </Form>
    </section>
  );
}

function Outcome({
  last,
}: {
  last: (Schemas['PaperFormResult'] & { readonly title: string }) | undefined;
}): ReactElement {
  if (last?.outcome === 'refused')
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={`${last.formNumber} 没有录入：${last.message}`}
        description={`原因代码 ${last.code}`}
      />
    );
  return (
    <span className="quiet" role="status">
      {last !== undefined &&
        (last.outcome === 'taken'
          ? `已录入 ${last.formNumber}《${last.title}》`
          : `${last.formNumber} 早已录入过，没有重复`)}
    </span>
  );
}

/** Where a refusal of the API belongs on the form. */
const FIELDS: Readonly<Record<string, keyof PaperWords>> = {
  ...{ formNumber: 'formNumber', receivedAt: 'receivedAt', signedOn: 'signedOn' },
  ...{ leadDeputyId: 'lead', cosignerIds: 'cosigners' },
  ...{ title: 'title', facts: 'facts', demands: 'demands', attachments: 'attachments' },
  ...{ affectedArea: 'affectedArea', earlierNumbers: 'earlierNumbers' },
};
