import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { DayField } from '../../act/day-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { choices } from '../../design/words.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** 送达: to every deputy who is still owed the reply; each deputy's days to evaluate start here. */
function DeliverReplyForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const reply = target.file.replies.find(({ replyId }) => replyId === target.targetId);
  return (
    <ActDrawer<Schemas['DeliverReplyInput']>
      name={deliverReply.name}
      hint="书面送达之日起，代表的评价时限开始计算；当面答复的，用“记当面答复”。"
      caseId={target.caseId}
      keptAs={keptAs(deliverReply.act, target)}
      initial={{ method: 'letter', deliveredOn: target.today }}
      onClose={onClose}
      fields={() => (
        <>
          {reply !== undefined && (
            <p className="act-hint">
              {reply.letterNumber}，还有 {reply.owed - reply.delivered} 位代表待送达，一并登记。
            </p>
          )}
          <ChoiceField name="method" label="方式" options={choices('deliveryMethod')} />
          <DayField name="deliveredOn" label="送达日期" until={target.today} />
        </>
      )}
      send={async (body, header) =>
        dataOf(
          await api.POST('/api/v1/replies/{id}:deliver', {
            params: { path: { id: target.targetId }, header },
            body,
          }),
        )
      }
    />
  );
}

export const deliverReply: CaseAct = { act: 'deliverReply', name: '送达', Form: DeliverReplyForm };
