import { Checkbox, Form, Input, Select, type FormInstance } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../act/act-drawer.tsx';
import { ChoiceField } from '../act/choice-field.tsx';
import { TextField } from '../act/text-field.tsx';
import { api, dataOf } from '../api/client.ts';
import { useNames } from '../api/use-names.ts';
import type { CaseFile } from '../case/use-case.ts';
import { word } from '../design/words.ts';
import type { Me } from '../session/session.ts';
import { asksDeputies, isGating, needsShare } from './convened-kinds.ts';
import type { MeetingKind } from './kinds.ts';
import { GuestsField, readsPeople } from './guests-field.tsx';

interface Values {
  readonly kind: MeetingKind;
  readonly assignmentId?: string;
  /** As the device's own field has it, in Shanghai: 2026-01-14T09:30. */
  readonly startsAt: string;
  readonly place: string;
  readonly deputyIds?: readonly string[];
  readonly guestIds?: readonly string[];
}

interface InvitationProps {
  readonly me: Me;
  readonly today: string;
  /** Absent for a 交办会 of many cases. */
  readonly file?: CaseFile;
  readonly caseId?: string;
  /** Of the case, those that a meeting can be about. */
  readonly shares: CaseFile['shares'];
  /** What may be convened, the likeliest first chosen. */
  readonly kinds: readonly MeetingKind[];
  readonly chosen?: MeetingKind;
  readonly keptAs: string;
  readonly onClose: () => void;
}

/** 约见面: which kind, about whose share, when and where, and who is asked. */
export function Invitation(props: InvitationProps): ReactElement {
  const { me, today, file, caseId, shares, kinds, chosen = kinds[0], keptAs, onClose } = props;
  // A single share is not asked for, so the form does not have it.
  const only = shares.length === 1 ? shares[0] : undefined;
  const lead = file?.leadDeputyId ?? '';
  return (
    <ActDrawer<Values>
      name="约见面"
      {...(chosen !== undefined && isGating(chosen)
        ? { hint: '领衔代表会收到邀请；联名代表可以一起请。' }
        : {})}
      {...(caseId === undefined ? {} : { caseId })}
      keptAs={keptAs}
      initial={{
        ...(chosen === undefined ? {} : { kind: chosen }),
        deputyIds: lead === '' ? [] : [lead],
        startsAt: `${today}T15:00`,
      }}
      onClose={onClose}
      fields={(form) => (
        <>
          <ChoiceField
            name="kind"
            label={kinds.every(isGating) ? '哪一次见面' : '哪一种'}
            options={kinds.map((value) => ({ value, label: word('meeting', value) }))}
          />
          {shares.length > 1 && <ShareField form={form} shares={shares} />}
          <Form.Item name="startsAt" label="时间" rules={[{ required: true, message: '请选择时间' }]}>
            <Input type="datetime-local" min={`${today}T00:00`} />
          </Form.Item>
          <TextField name="place" label="地点" max={200} />
          {file !== undefined && <DeputiesField form={form} file={file} />}
          {readsPeople(me) && <GuestsField />}
        </>
      )}
      send={async (
        { kind, startsAt, place, deputyIds, guestIds, assignmentId = only?.assignmentId },
        header,
      ) =>
        dataOf(
          await api.POST('/api/v1/meetings', {
            params: { header },
            body: {
              ...{ kind, place, startsAt: `${startsAt}:00+08:00` },
              ...(caseId === undefined ? {} : { suggestionId: caseId }),
              ...(needsShare(kind) && assignmentId !== undefined ? { assignmentId } : {}),
              participantIds: [
                ...new Set([...((asksDeputies(kind) && deputyIds) || []), ...(guestIds ?? []), me.personId]),
              ],
            },
          }),
        )
      }
    />
  );
}

function ShareField({ form, shares }: { form: FormInstance<Values>; shares: CaseFile['shares'] }) {
  const kind = Form.useWatch('kind', form);
  if (kind === undefined || !needsShare(kind)) return null;
  return (
    <Form.Item name="assignmentId" label="哪个单位" rules={[{ required: true, message: '请选择单位' }]}>
      <Select
        options={shares.map(({ assignmentId, unit }) => ({ value: assignmentId, label: unit?.name ?? '' }))}
      />
    </Form.Item>
  );
}

function DeputiesField({ form, file }: { form: FormInstance<Values>; file: CaseFile }) {
  const kind = Form.useWatch('kind', form);
  const { leadDeputyId, cosignerIds } = file;
  const deputies = [leadDeputyId, ...cosignerIds].filter((id) => id !== '');
  const names = useNames(deputies);
  if (deputies.length === 0 || kind === undefined || !asksDeputies(kind)) return null;
  return (
    <Form.Item name="deputyIds" label="请哪些代表">
      <Checkbox.Group
        options={deputies.map((value) => ({
          value,
          label: names.get(value) ?? '代表',
          disabled: value === leadDeputyId && isGating(kind),
        }))}
      />
    </Form.Item>
  );
}
