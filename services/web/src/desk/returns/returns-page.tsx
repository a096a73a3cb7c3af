import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { closeCoordination } from '../../act/desk-forms/close-coordination-form.tsx';
import { decideReturn } from '../../act/desk-forms/decide-return-form.tsx';
import { reassign } from '../../act/desk-forms/reassign-form.tsx';
import { allPages } from '../../api/all-pages.ts';
import { api, type Schemas } from '../../api/client.ts';
import { useHandling } from '../../api/use-handling.ts';
import { useToday } from '../../api/use-today.ts';
import { useUnits } from '../../api/use-units.ts';
import { dayText } from '../../design/days.ts';
import type { Me } from '../../session/session.ts';
import { ExportButton } from '../../sheet/export-button.tsx';
import '../desk.css';
import { Extensions } from './extensions.tsx';
import { OfficePart, ShareText, type Asked, type PartProps } from './office-part.tsx';
import { coordinated, coordinationColumns, reassignColumns, returnColumns } from './return-columns.ts';
import './returns.css';

/** 申退与协调: what this office has to decide, so that no case is ever without a unit. */
export function ReturnsPage({ me }: { me: Me }): ReactElement {
  const today = useToday();
  const [asked, setAsked] = useState<Asked>();
  return (
    <main id="main" className="work-page">
      <title>申退与协调 · 回音</title>
      <header className="work-head">
        <h1>申退与协调</h1>
        <span className="quiet">本办公室决定的</span>
      </header>
      <Returns today={today} ask={setAsked} />
      <ToReassign today={today} ask={setAsked} />
      {me.roles.includes('congress-desk') && <Extensions today={today} ask={setAsked} />}
      <Coordinations ask={setAsked} />
      {asked !== undefined && (
        <asked.form.Form
          {...{ caseId: asked.caseId, targetId: asked.targetId, today }}
          keptAs={[me.personId, asked.form.act, asked.targetId].join('.')}
          onClose={() => setAsked(undefined)}
        />
      )}
    </main>
  );
}

function Returns({ today, ask }: PartProps): ReactElement {
  const units = useUnits();
  const found = useQuery({
    queryKey: ['return-requests'],
    queryFn: async () => {
      return allPages((page) => api.GET('/api/v1/return-requests', { params: { query: page } }));
    },
  });
  return (
    <OfficePart
      name="申退"
      what="申退"
      empty="没有等您决定的申退。"
      query={found}
      sheet={(items) => (
        <ExportButton name="申退" columns={returnColumns(units)} items={() => Promise.resolve(items)} />
      )}
      row={(share, index) => (
        <li key={share.assignmentId}>
          <ShareText share={share}>
            <b>{units.get(share.unitId)}</b> {share.returnRequest?.grounds}
            <span className="quiet">
              {' '}
              请改由 {units.get(share.returnRequest?.proposedUnitId ?? '') ?? '（没有提出）'} ·{' '}
              {dayText(share.returnRequest?.requestedOn ?? '', today)}
            </span>
          </ShareText>
          <Button
            type={index === 0 ? 'primary' : 'default'}
            onClick={() =>
              ask({
                form: decideReturn,
                caseId: share.suggestionId,
                targetId: share.returnRequest?.returnRequestId ?? '',
              })
            }
          >
            看理由并决定
          </Button>
        </li>
      )}
    />
  );
}

/** A share that was given back stays with the office until it has another unit. */
function ToReassign({ today, ask }: PartProps): ReactElement {
  const units = useUnits();
  const found = useQuery({
    queryKey: ['assignments', 'returned'],
    queryFn: async () => {
      const query = { status: 'returned' as const };
      return allPages((page) => api.GET('/api/v1/assignments', { params: { query: { ...query, ...page } } }));
    },
  });
  return (
    <OfficePart
      name="等着改办"
      what="等着改办的"
      empty="没有退回后还没有单位的件。"
      query={found}
      sheet={(items) => (
        <ExportButton name="等着改办" columns={reassignColumns(units)} items={() => Promise.resolve(items)} />
      )}
      row={(share) => (
        <li key={share.assignmentId}>
          <ShareText share={share}>
            <b>{units.get(share.unitId)}</b> 已退回
            <span className="quiet"> {dayText(share.clockStartOn, today)}起算，期限不停</span>
          </ShareText>
          <Button
            onClick={() => ask({ form: reassign, caseId: share.suggestionId, targetId: share.assignmentId })}
          >
            {reassign.name}
          </Button>
        </li>
      )}
    />
  );
}

function Coordinations({ ask }: { ask: PartProps['ask'] }): ReactElement {
  const units = useUnits();
  const found = useQuery({
    queryKey: ['assignment-board', 'coordination'],
    queryFn: async () => {
      const query = { status: 'handling' as const };
      const items = await allPages((page) =>
        api.GET('/api/v1/assignment-board', { params: { query: { ...query, ...page } } }),
      );
      return items.filter(({ coordinationOpen }) => coordinationOpen);
    },
  });
  return (
    <OfficePart
      name="协调"
      what="协调"
      empty="没有正在协调的件。单位提请后会出现在这里。"
      query={found}
      sheet={(items) => (
        <ExportButton name="协调" columns={coordinationColumns(units)} items={() => coordinated(items)} />
      )}
      row={(item) => <Coordination key={item.suggestionId} item={item} ask={ask} />}
    />
  );
}

function Coordination(props: {
  readonly item: Schemas['AssignmentBoardCase'];
  readonly ask: PartProps['ask'];
}): ReactElement {
  const { item, ask } = props;
  const units = useUnits();
  const handling = useHandling(item.suggestionId);
  const coordination = handling.data?.coordination;
  return (
    <li>
      <ShareText share={item}>
        <b>{units.get(coordination?.requestedByUnitId ?? '')}</b> {coordination?.grounds}
      </ShareText>
      <Button
        disabled={coordination === null || coordination === undefined}
        onClick={() =>
          ask({
            form: closeCoordination,
            caseId: item.suggestionId,
            targetId: coordination?.coordinationId ?? '',
          })
        }
      >
        {closeCoordination.name}
      </Button>
    </li>
  );
}
