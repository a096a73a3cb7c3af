import { Form } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { DatedListField } from '../../act/dated-list-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import type { Send } from '../../act/use-command.ts';
import type { Schemas } from '../../api/client.ts';
import { useAssignment, type AssignmentFile } from '../../api/use-assignment.ts';
import { useNames } from '../../api/use-names.ts';
import { dayText } from '../../design/days.ts';
import { choices } from '../../design/words.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** The parts of a co-opinion as the head signs them; a draft may lack all but the opinion. */
type OpinionInput = Schemas['GiveCoOpinionInput'];

/** The words of a co-opinion, beginning with what the unit has prepared. Drafted, only the opinion has to be there. */
export function OpinionDrawer(props: {
  readonly act: CaseAct;
  readonly hint: string;
  readonly isSigned: boolean;
  readonly target: ActTarget;
  readonly send: Send<OpinionInput>;
  readonly onClose: () => void;
}): ReactElement {
  const { act, hint, isSigned, target, send, onClose } = props;
  const share = useAssignment(target.targetId);
  const draft = share.data?.coOpinionDraft;
  const names = useNames([draft?.draftedBy ?? '']);
  return (
    <WithLoaded name={act.name} query={share} what="协办意见稿" onClose={onClose}>
      {({ coOpinionDraft }) => (
        <ActDrawer<OpinionInput>
          name={act.name}
          hint={hint}
          caseId={target.caseId}
          keptAs={keptAs(act.act, target)}
          initial={coOpinionDraft === null ? {} : formOf(coOpinionDraft)}
          onClose={onClose}
          fields={() => (
            <OpinionFields
              isSigned={isSigned}
              drafted={
                coOpinionDraft === null
                  ? ''
                  : `${names.get(coOpinionDraft.draftedBy) ?? '本单位'}${dayText(coOpinionDraft.draftedOn, target.today)}起草`
              }
            />
          )}
          send={send}
        />
      )}
    </WithLoaded>
  );
}

function OpinionFields(props: {
  readonly isSigned: boolean;
  /** Who drafted it when; '' for nobody. */
  readonly drafted: string;
}): ReactElement {
  const { isSigned, drafted } = props;
  const isPlanned = Form.useWatch<unknown>('resultClass') === 'B';
  return (
    <>
      <TextField
        name="facts"
        label="事实情况"
        max={5_000}
        rows={4}
        optional={!isSigned}
        extra={drafted === '' ? undefined : drafted}
      />
      <TextField name="opinion" label="协办意见" max={10_000} rows={6} />
      <ChoiceField
        name="resultClass"
        label="本单位部分的办理结果类别"
        options={choices('resultClass')}
        optional={!isSigned}
      />
      <DatedListField
        name="commitments"
        label={isPlanned ? '承诺事项' : '承诺事项（可不填）'}
        one="承诺"
        max={20}
        maxText={1000}
        {...(isSigned && isPlanned ? { required: 'B 类须写明承诺事项和完成时间' } : {})}
      />
    </>
  );
}

function formOf(draft: NonNullable<AssignmentFile['coOpinionDraft']>): Partial<OpinionInput> {
  const { facts, opinion, commitments } = draft;
  const resultClass = CLASSES.find((each) => each === draft.resultClass);
  return { facts, opinion, commitments, ...(resultClass === undefined ? {} : { resultClass }) };
}

const CLASSES = ['A', 'B', 'C', 'D'] as const;
