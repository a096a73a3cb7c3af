import { Form } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { ChoiceField } from '../../act/choice-field.tsx';
import { ListField } from '../../act/list-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useMeeting } from '../../api/use-meeting.ts';
import { SIGNER_ROLES } from '../../session/deputy-role.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';
import { MeetingRecord } from './meeting-record.tsx';

interface Verdict {
  readonly verdict: 'met' | 'unmet';
  readonly gaps?: string[];
}

const VERDICTS = [
  { value: 'met', label: '已落实' },
  { value: 'unmet', label: '没有落实' },
];

/** 回头看评价: the deputy's own verdict after having been there; every gap becomes a rectification. */
function JudgeLookBackForm({ target, onClose }: { target: ActTarget; onClose: () => void }): ReactElement {
  const meeting = useMeeting(target.targetId);
  return (
    <WithLoaded name={judgeLookBack.name} query={meeting} what="回头看记录" onClose={onClose}>
      {(found) => <VerdictForm meeting={found} target={target} onClose={onClose} />}
    </WithLoaded>
  );
}

interface VerdictFormProps {
  readonly meeting: Schemas['Meeting'];
  readonly target: ActTarget;
  readonly onClose: () => void;
}

function VerdictForm({ meeting, target, onClose }: VerdictFormProps): ReactElement {
  return (
    <ActDrawer<Verdict>
      name={judgeLookBack.name}
      hint="由您本人判断。没有落实的逐条写，单位逐条整改，改好再请您验收。"
      caseId={target.caseId}
      keptAs={keptAs(judgeLookBack.act, target)}
      initial={{ gaps: [''] }}
      onClose={onClose}
      fields={() => (
        <>
          <MeetingRecord meeting={meeting} today={target.today} />
          <ChoiceField name="verdict" label="落实了没有" options={VERDICTS} />
          <Form.Item<Verdict> noStyle dependencies={['verdict']}>
            {({ getFieldValue }) =>
              getFieldValue('verdict') === 'unmet' && (
                <ListField name="gaps" label="还差什么" one="差距" max={20} maxText={2_000} />
              )
            }
          </Form.Item>
        </>
      )}
      send={async ({ verdict, gaps = [] }, header) =>
        dataOf(
          await api.POST('/api/v1/meetings/{id}:judge', {
            params: { path: { id: target.targetId }, header },
            body: { verdict, gaps: verdict === 'met' ? [] : gaps },
          }),
        )
      }
    />
  );
}

export const judgeLookBack: CaseAct = {
  act: 'judgeLookBack',
  name: '评价回头看',
  roles: SIGNER_ROLES,
  Form: JudgeLookBackForm,
};
