import type { ReactElement } from 'react';
import type { DeskForm } from '../../act/desk-forms/desk-form.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

type FormProps = { readonly target: ActTarget; readonly onClose: () => void };

/** A form of the desk as an act of the case page. */
export function deskAct({ act, name, Form }: DeskForm, roles?: readonly string[]): CaseAct {
  const DeskAct = ({ target, onClose }: FormProps): ReactElement => (
    <Form
      caseId={target.caseId}
      targetId={target.targetId}
      keptAs={keptAs(act, target)}
      today={target.today}
      onClose={onClose}
    />
  );
  return { act, name, Form: DeskAct, ...(roles === undefined ? {} : { roles }) };
}
