import { Checkbox, Form } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { DayField } from '../../act/day-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { UploadField } from '../../act/uploads/upload-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useAssignment, type AssignmentFile } from '../../api/use-assignment.ts';
import { useNames } from '../../api/use-names.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 当面答复记录: the reply counts as delivered once the deputy signs, or with the scan of the signed paper (SD22). */
function RecordFaceToFaceForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const share = useAssignment(target.assignmentId);
  const waiting = waitingIn(share.data, target.targetId);
  const names = useNames(waiting);
  const kept = keptAs(recordFaceToFace.act, target);
  return (
    <WithLoaded name={recordFaceToFace.name} query={share} what="待答复的代表" onClose={onClose}>
      {() => (
        <ActDrawer<Schemas['RecordFaceToFaceInput']>
          name={recordFaceToFace.name}
          hint="代表在系统里签署后才算送达，在此之前答复期限照常计算；纸质记录已有代表签名的，附上扫描件。"
          caseId={target.caseId}
          keptAs={kept}
          initial={{ deputyIds: [...waiting], onDate: target.today }}
          onClose={onClose}
          fields={() => (
            <>
              <Form.Item
                name="deputyIds"
                label="当面答复了哪位代表"
                rules={[{ type: 'array', min: 1, required: true, message: '请选择代表' }]}
              >
                <Checkbox.Group
                  options={waiting.map((value) => ({ value, label: names.get(value) ?? '代表' }))}
                />
              </Form.Item>
              <DayField name="onDate" label="答复日期" until={target.today} />
              <TextField name="place" label="地点" max={100} />
              <TextField name="attendees" label="参加人员" max={500} rows={2} />
              <TextField name="content" label="答复内容" max={5000} rows={4} />
              <UploadField name="scan" label="代表签字的纸质记录（没有可不附）" keptAs={kept} max={10} />
            </>
          )}
          send={async (body, header) =>
            dataOf(
              await api.POST('/api/v1/replies/{id}:record-face-to-face', {
                params: { path: { id: target.targetId }, header },
                body,
              }),
            )
          }
        />
      )}
    </WithLoaded>
  );
}

/** Deputies who have not got the reply, each once. */
function waitingIn(share: AssignmentFile | undefined, replyId: string): readonly string[] {
  const delivered = share?.replies.find((reply) => reply.replyId === replyId)?.delivered ?? [];
  const has = new Set(delivered.map(({ suggestionId, deputyId }) => `${suggestionId} ${deputyId}`));
  const waiting = (share?.owed ?? []).filter(
    ({ suggestionId, deputyId }) => !has.has(`${suggestionId} ${deputyId}`),
  );
  return [...new Set(waiting.map(({ deputyId }) => deputyId))];
}

export const recordFaceToFace: CaseAct = {
  act: 'recordFaceToFace',
  name: '记当面答复',
  Form: RecordFaceToFaceForm,
};
