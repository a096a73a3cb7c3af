import { Button, Drawer, Form, type FormInstance } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { Refused } from '../api/client.ts';
import { usePhone } from '../design/use-phone.ts';
import { forget, keep, keptUnder } from './kept.ts';
import { hasMembers } from './kept-shape.ts';
import { Refusal } from './refusal.tsx';
import { useCommand, type CommandAnswer, type Send } from './use-command.ts';

export interface ActDrawerProps<Values extends object> {
  /** The act as a verb: 签收. */
  readonly name: string;
  /** What the act does, in one sentence, where the verb does not say it. */
  readonly hint?: ReactNode;
  readonly caseId?: string | undefined;
  /** Under which what was typed is kept: person, act and target. Undefined for a password, which is kept nowhere. */
  readonly keptAs: string | undefined;
  readonly initial?: Partial<Values>;
  /** The form's fields; nothing for an act that asks only for the button. */
  readonly fields?: (form: FormInstance<Values>) => ReactNode;
  /** Fields of the form that bear the API's names: a refusal that names one is told there. */
  readonly toldAtField?: readonly (keyof Values & string)[];
  readonly send: Send<Values>;
  readonly onClose: () => void;
  readonly onDone?: (answer: CommandAnswer) => void;
}

/** One act: what it needs, its one filled button, and the reason when it is refused. A sheet from below on a phone. */
export function ActDrawer<Values extends object>(props: ActDrawerProps<Values>): ReactElement {
  const { name, hint, caseId, keptAs, initial, fields, toldAtField = [], send, onClose, onDone } = props;
  const isPhone = usePhone();
  const [form] = Form.useForm<Values>();
  const [typed] = useState(() =>
    keptAs === undefined ? undefined : keptUnder(keptAs, hasMembers<Partial<Values>>({})),
  );
  const command = useCommand<Values>(send, {
    ...(caseId === undefined ? {} : { caseId }),
    onDone: (answer) => {
      if (keptAs !== undefined) forget(keptAs);
      onDone?.(answer);
      onClose();
    },
  });
  return (
    <Drawer
      open
      title={name}
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '85%' : 520}
      footer={
        <div className="act-footer">
          <Button onClick={onClose}>先不办</Button>
          <Button type="primary" loading={command.isPending} onClick={() => form.submit()}>
            {name}
          </Button>
        </div>
      }
    >
      {hint !== undefined && <p className="act-hint">{hint}</p>}
      {fieldRefused(command.error, toldAtField) === undefined && <Refusal error={command.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={{ ...initial, ...typed }}
        onValuesChange={(_changed, values) => {
          if (keptAs !== undefined) keep(keptAs, values);
        }}
        onFinish={(values) =>
          command.mutate(values, { onError: (error) => pointOut(form, error, toldAtField) })
        }
      >
        {fields?.(form)}
      </Form>
    </Drawer>
  );
}

/** The one of these fields that a refusal names. */
function fieldRefused(error: unknown, fields: readonly string[]): string | undefined {
  return error instanceof Refused ? fields.find((field) => error.problem.field === `/${field}`) : undefined;
}

function pointOut(form: FormInstance, error: Error, fields: readonly string[]): void {
  const name = fieldRefused(error, fields);
  if (name === undefined) return;
  form.setFields([{ name, errors: [error.message] }]);
  form.focusField(name);
}
