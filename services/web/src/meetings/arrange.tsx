import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { api, dataOf } from '../api/client.ts';
import { useToday } from '../api/use-today.ts';
import { scheduleMeeting } from '../case-acts/unit/schedule-meeting.tsx';
import { useCase } from '../case/use-case.ts';
import { PageState } from '../design/page-state.tsx';
import { TitleText } from '../design/title-text.tsx';
import { usePhone } from '../design/use-phone.ts';
import type { Me } from '../session/session.ts';

/** Enough to find a case by some words of its title. */
const MOST_SHOWN = 20;

/** 约见面 from the calendar: first for which case, then as on its page. */
export function Arrange({ me, onClose }: { me: Me; onClose: () => void }): ReactElement {
  const isPhone = usePhone();
  const [title, setTitle] = useState('');
  const [caseId, setCaseId] = useState('');
  const cases = useQuery({
    queryKey: ['cases', 'to-arrange', title],
    queryFn: async () => {
      const query = { origin: 'live', progress: 'open', order: 'due', title, limit: MOST_SHOWN } as const;
      return dataOf(await api.GET('/api/v1/cases', { params: { query } })).items;
    },
    placeholderData: keepPreviousData,
  });
  if (caseId !== '') return <OfCase caseId={caseId} me={me} onClose={onClose} />;
  return (
    <Drawer
      open
      title="为哪一件约见面"
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '85%' : 520}
    >
      <Input.Search
        aria-label="标题中的文字"
        placeholder="标题中的文字"
        allowClear
        onSearch={(words) => setTitle(words.trim())}
      />
      <PageState query={cases} what="案件">
        {(found) =>
          found.length === 0 ? (
            <p className="quiet">没有这样的在办案件。</p>
          ) : (
            <ul className="to-arrange">
              {found.map((each) => (
                <li key={each.caseId}>
                  <button type="button" onClick={() => setCaseId(each.caseId)}>
                    <span className="quiet">{each.displayNumber}</span> <TitleText>{each.title}</TitleText>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </PageState>
    </Drawer>
  );
}

/** The form of the case page, for its only share or the one that is chosen. */
function OfCase({ caseId, me, onClose }: { caseId: string; me: Me; onClose: () => void }): ReactElement {
  const isPhone = usePhone();
  const today = useToday();
  const [chosen, setChosen] = useState('');
  const found = useCase(caseId);
  const file = found.data;
  const shares = (file?.shares ?? []).filter(
    ({ assignmentId }) =>
      file?.availableActs.some(
        ({ act, targetId }) => act === scheduleMeeting.act && targetId === assignmentId,
      ) === true,
  );
  const targetId = chosen === '' && shares.length === 1 ? (shares[0]?.assignmentId ?? '') : chosen;
  if (file !== undefined && targetId !== '') {
    const target = { file, caseId, targetId, assignmentId: targetId, me, today };
    return <scheduleMeeting.Form target={target} onClose={onClose} />;
  }
  return (
    <Drawer
      open
      title={scheduleMeeting.name}
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '85%' : 520}
    >
      <PageState query={found} what="案件">
        {() =>
          shares.length === 0 ? (
            <p className="quiet">这件现在不能约见面：还没有交办，或者由别的单位约。</p>
          ) : (
            <div className="act-bar" role="group" aria-label="哪个单位的">
              {shares.map(({ assignmentId, unit }) => (
                <Button key={assignmentId} onClick={() => setChosen(assignmentId)}>
                  {unit?.name}
                </Button>
              ))}
            </div>
          )
        }
      </PageState>
    </Drawer>
  );
}
