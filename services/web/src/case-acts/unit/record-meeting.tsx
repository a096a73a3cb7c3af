import { Checkbox, Form } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { DatedListField } from '../../act/dated-list-field.tsx';
import { DayField } from '../../act/day-field.tsx';
import { ListField } from '../../act/list-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { UploadField } from '../../act/uploads/upload-field.tsx';
import type { NamedFile } from '../../act/uploads/upload.ts';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useMeeting } from '../../api/use-meeting.ts';
import { useNames } from '../../api/use-names.ts';
import { word } from '../../design/words.ts';
import { inChinese } from '../../language/in-chinese.ts';
import { UNIT_ROLES } from '../../session/unit-roles.ts';
import { keptAs, type MeetingAct, type MeetingTarget } from '../case-act.ts';

type Meeting = Schemas['Meeting'];
type Consultation = NonNullable<Meeting['consultation']>;

interface MeetingRecord extends Partial<Consultation> {
  readonly heldOn: string;
  readonly presentIds: string[];
  readonly findings?: string;
  readonly decisions?: { text: string; who?: string; dueOn: string }[];
  readonly photos?: NamedFile[];
  readonly minutesFiles?: NamedFile[];
}

/** What the API takes of each. */
const MOST_FILES = 30;

/** 记见面: of the first meeting the consultation record that both sides confirm; of the second what was found on site. */
function RecordMeetingForm({ target, onClose }: { target: MeetingTarget; onClose: () => void }): ReactNode {
  const meeting = useMeeting(target.targetId);
  return (
    <WithLoaded name={recordMeeting.name} query={meeting} what="见面" onClose={onClose}>
      {(found) => <Loaded target={target} meeting={found} onClose={onClose} />}
    </WithLoaded>
  );
}

interface LoadedProps {
  readonly target: MeetingTarget;
  readonly meeting: Meeting;
  readonly onClose: () => void;
}

function Loaded({ target, meeting, onClose }: LoadedProps): ReactElement {
  const isConsultation = meeting.kind === 'dual-confirmation';
  return (
    <ActDrawer<MeetingRecord>
      name={recordMeeting.name}
      hint={`${word('meeting', meeting.kind)} · ${meeting.place}${
        isConsultation ? '。记录须双方在系统中确认，改动后重新确认。' : ''
      }`}
      caseId={target.caseId}
      keptAs={keptAs(recordMeeting.act, target)}
      initial={initialRecord(target, meeting)}
      onClose={onClose}
      fields={() => (
        <>
          <DayField name="heldOn" label="哪天见的面" until={target.today} />
          <Present meeting={meeting} />
          {isConsultation ? (
            <ConsultationFields />
          ) : (
            <FindingFields kind={meeting.kind} handler={handlerOf(target)} />
          )}
          <RecordFiles keptAs={keptAs(recordMeeting.act, target)} />
        </>
      )}
      send={async (values, header) =>
        dataOf(
          await api.POST('/api/v1/meetings/{id}:record', {
            params: { path: { id: target.targetId }, header },
            body: { ...recordInput(values, isConsultation), ...filesOf(values) },
          }),
        )
      }
    />
  );
}

function Present({ meeting: { participantIds } }: { meeting: Meeting }): ReactElement {
  const names = useNames(participantIds);
  return (
    <Form.Item name="presentIds" label="到场的人" rules={[{ required: true, message: '请选择到场的人' }]}>
      <Checkbox.Group
        options={participantIds.map((value) => ({ value, label: names.get(value) ?? '参会人' }))}
      />
    </Form.Item>
  );
}

function ConsultationFields(): ReactElement {
  return (
    <>
      <TextField name="background" label="代表谈的背景和意图" max={5000} rows={3} />
      <ListField name="demands" label="确认的诉求" one="诉求" max={30} maxText={2000} />
      <TextField name="approach" label="单位的办理思路" max={5000} rows={3} />
      <ListField name="measures" label="措施" one="措施" max={30} maxText={2000} />
      <DatedListField name="milestones" label="里程碑" one="里程碑" max={30} maxText={500} />
    </>
  );
}

/** What was decided on site is the unit's own to do unless the record says otherwise. */
function FindingFields(props: { readonly kind: string; readonly handler: string }): ReactElement {
  const { kind, handler } = props;
  return (
    <>
      <TextField
        name="findings"
        label={kind === 'hand-over' ? '会议情况' : '现场看到什么'}
        max={20_000}
        rows={5}
      />
      <DatedListField name="decisions" label="议定事项" one="议定事项" max={30} maxText={500} who={handler} />
    </>
  );
}

function RecordFiles({ keptAs: as }: { readonly keptAs: string }): ReactElement {
  return (
    <>
      <UploadField name="photos" label="照片" keptAs={`${as}.photos`} max={MOST_FILES} />
      <UploadField name="minutesFiles" label="纪要扫描件" keptAs={`${as}.minutes`} max={MOST_FILES} />
    </>
  );
}

/** What is known already stands in the form. */
function initialRecord({ file, today }: MeetingTarget, meeting: Meeting): Partial<MeetingRecord> {
  const common = {
    heldOn: meeting.heldOn || today,
    presentIds: meeting.presentIds.length > 0 ? meeting.presentIds : meeting.participantIds,
    photos: meeting.photos,
    minutesFiles: meeting.minutesFiles,
  };
  if (meeting.kind !== 'dual-confirmation') {
    return {
      ...common,
      findings: meeting.findings,
      decisions: meeting.decisions.map(({ what, who, dueOn }) => ({ text: what, who, dueOn })),
    };
  }
  if (meeting.consultation !== undefined) return { ...common, ...meeting.consultation };
  return {
    ...common,
    background: file?.text?.facts ?? '',
    demands: file?.text?.demands ?? [],
    measures: [''],
    milestones: [{ text: '', dueOn: '' }],
  };
}

function recordInput(
  values: MeetingRecord,
  isConsultation: boolean,
): Omit<Schemas['RecordMeetingInput'], 'photos' | 'minutesFiles'> {
  const { heldOn, presentIds, findings = '' } = values;
  if (!isConsultation) {
    const decisions = (values.decisions ?? []).map(({ text, who = '', dueOn }) => ({
      what: text,
      who: who.trim(),
      dueOn,
    }));
    return { heldOn, presentIds, findings, decisions };
  }
  const { background = '', demands = [], approach = '', measures = [], milestones = [] } = values;
  return {
    heldOn,
    presentIds,
    findings: '',
    decisions: [],
    consultation: { background, demands, approach, measures, milestones },
  };
}

/** The own unit; for an office, the unit whose share is met about. */
function handlerOf({ me, file, assignmentId }: MeetingTarget): string {
  const share = file?.shares.find((each) => each.assignmentId === assignmentId);
  return me.unit?.name ?? share?.unit?.name ?? inChinese('各承办单位');
}

function filesOf(values: MeetingRecord): Pick<Schemas['RecordMeetingInput'], 'photos' | 'minutesFiles'> {
  const refs = (files: readonly NamedFile[] = []) =>
    files.map(({ attachmentId, sha256 }) => ({ attachmentId, sha256 }));
  return { photos: refs(values.photos), minutesFiles: refs(values.minutesFiles) };
}

export const recordMeeting: MeetingAct = {
  act: 'recordMeeting',
  name: '记见面',
  roles: UNIT_ROLES,
  Form: RecordMeetingForm,
};
