import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { api, dataOf } from '../api/client.ts';
import { PlainDrawer } from '../act/plain-drawer.tsx';
import { WithLoaded } from '../act/with-loaded.tsx';
import { useToday } from '../api/use-today.ts';
import { useCase } from '../case/use-case.ts';
import { PageState } from '../design/page-state.tsx';
import { TitleText } from '../design/title-text.tsx';
import type { Me } from '../session/session.ts';
import { convenedKinds, convenedOnCase, needsShare } from './convened-kinds.ts';
import { Invitation } from './invitation.tsx';

/** Enough to find a case by some words of its title. */
const MOST_SHOWN = 20;

/** 约见面 from the calendar: first for which case, then which kind, when and where. */
export function Arrange({ me, onClose }: { me: Me; onClose: () => void }): ReactElement {
  const [title, setTitle] = useState('');
  const [caseId, setCaseId] = useState('');
  const [isOfMany, setOfMany] = useState(convenedOnCase(me.roles).length === 0);
  const today = useToday();
  const cases = useQuery({
    queryKey: ['cases', 'to-arrange', title],
    queryFn: async () => {
      const query = { origin: 'live', progress: 'open', order: 'due', title, limit: MOST_SHOWN } as const;
      return dataOf(await api.GET('/api/v1/cases', { params: { query } })).items;
    },
    placeholderData: keepPreviousData,
  });
  if (caseId !== '') return <OfCase caseId={caseId} me={me} onClose={onClose} />;
  if (isOfMany) {
    const keptAs = [me.personId, 'scheduleMeeting', 'hand-over'].join('.');
    return <Invitation {...{ me, today, onClose, keptAs }} shares={[]} kinds={['hand-over']} />;
  }
  return (
    <PlainDrawer name="为哪一件约见面" onClose={onClose}>
      <Input.Search
        aria-label="标题中的文字"
        placeholder="标题中的文字"
        allowClear
        onSearch={(words) => setTitle(words.trim())}
      />
      {convenedKinds(me.roles).includes('hand-over') && (
        <Button type="link" onClick={() => setOfMany(true)}>
          约交办会，不针对一件
        </Button>
      )}
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
    </PlainDrawer>
  );
}

interface OfCaseProps {
  readonly caseId: string;
  readonly me: Me;
  readonly onClose: () => void;
}

/** The invitation, to what the reader may convene about this case. */
function OfCase({ caseId, me, onClose }: OfCaseProps): ReactElement {
  const today = useToday();
  const found = useCase(caseId);
  return (
    <WithLoaded name="约见面" query={found} what="案件" onClose={onClose}>
      {(file) => {
        const shares = file.shares.filter(({ assignmentId }) =>
          file.availableActs.some(
            ({ act, targetId }) => act === 'scheduleMeeting' && targetId === assignmentId,
          ),
        );
        const kinds = convenedOnCase(me.roles).filter((kind) => shares.length > 0 || !needsShare(kind));
        const isConfirmed = shares.some(({ dualConfirmed }) => dualConfirmed);
        return file.shares.length === 0 || kinds.length === 0 ? (
          <PlainDrawer name="约见面" onClose={onClose}>
            <p className="quiet">这件现在不能约见面：还没有交办，或者由别的单位约。</p>
          </PlainDrawer>
        ) : (
          <Invitation
            {...{ me, today, file, caseId, shares, kinds, onClose }}
            {...(isConfirmed && kinds.includes('on-site') ? { chosen: 'on-site' as const } : {})}
            keptAs={[me.personId, 'scheduleMeeting', caseId].join('.')}
          />
        );
      }}
    </WithLoaded>
  );
}
