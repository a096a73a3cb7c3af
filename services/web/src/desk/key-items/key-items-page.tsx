import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { DeskForm } from '../../act/desk-forms/desk-form.ts';
import { replyingShares } from '../../act/desk-forms/share-field.tsx';
import { formTaskForce } from '../../act/desk-forms/task-force-form.tsx';
import { allPages } from '../../api/all-pages.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useHandling, type Handling } from '../../api/use-handling.ts';
import { useNames } from '../../api/use-names.ts';
import { useToday } from '../../api/use-today.ts';
import { useUnits } from '../../api/use-units.ts';
import { PageState } from '../../design/page-state.tsx';
import { TitleText } from '../../design/title-text.tsx';
import { Shown } from '../../design/shown.tsx';
import type { Me } from '../../session/session.ts';
import { ExportButton } from '../../sheet/export-button.tsx';
import '../desk.css';
import { fiveOnesOf, planInForce } from './five-ones.ts';
import { keyItemColumns, keyItemRows } from './key-item-rows.ts';
import './key-items.css';

/** Cards drawn at a time: each asks for its own plan and task force. */
const CARDS = 20;

type BoardCase = Schemas['AssignmentBoardCase'];

/** 重点件: five ones each, what is missing stands out; complex cases with their task forces. */
export function KeyItemsPage({ me }: { me: Me }): ReactElement {
  const board = useQuery({
    queryKey: ['assignment-board', 'handling'],
    queryFn: async () => {
      const query = { status: 'handling' as const };
      return allPages((page) =>
        api.GET('/api/v1/assignment-board', { params: { query: { ...query, ...page } } }),
      );
    },
  });
  return (
    <main id="main" className="desk-page">
      <title>重点件与专班 · 回音</title>
      <header className="desk-head">
        <h1>重点件与专班</h1>
        <span className="quiet">五个一：一件事、一位领导、一个单位、一套方案、一个期限</span>
      </header>
      <PageState query={board} what="重点件">
        {(items) => (
          <>
            <Part
              me={me}
              name="重点件"
              empty="还没有重点件。由主任会议决定，在案件页上确定。"
              items={items.filter(({ isKey }) => isKey)}
            />
            <Part
              me={me}
              name="复杂件"
              empty="没有正在办的复杂件。"
              items={items.filter(({ isKey, handlingType }) => !isKey && handlingType === 'complex')}
            />
          </>
        )}
      </PageState>
    </main>
  );
}

function Part(props: {
  readonly me: Me;
  readonly name: string;
  readonly empty: string;
  readonly items: readonly BoardCase[];
}): ReactElement {
  const { me, name, empty, items } = props;
  const today = useToday();
  const units = useUnits();
  const [asked, setAsked] = useState<{ readonly form: DeskForm; readonly caseId: string }>();
  return (
    <section className="key-part">
      <header className="spread">
        <h2>
          {name} <span className="quiet">{items.length}</span>
        </h2>
        {items.length > 0 && (
          <ExportButton
            name={name}
            columns={keyItemColumns(units)}
            items={() => keyItemRows(items, units, today)}
          />
        )}
      </header>
      {items.length === 0 && <p className="card quiet">{empty}</p>}
      <Shown items={items} rows={CARDS}>
        {(shown) => (
          <ul className="key-cards">
            {shown.map((item) => (
              <KeyCard
                key={item.suggestionId}
                item={item}
                mayForm={me.roles.includes('congress-desk')}
                form={() => setAsked({ form: formTaskForce, caseId: item.suggestionId })}
              />
            ))}
          </ul>
        )}
      </Shown>
      {asked !== undefined && (
        <asked.form.Form
          {...{ caseId: asked.caseId, targetId: asked.caseId, today }}
          keptAs={[me.personId, asked.form.act, asked.caseId].join('.')}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

function KeyCard(props: {
  readonly item: BoardCase;
  readonly mayForm: boolean;
  readonly form: () => void;
}): ReactElement {
  const { item, mayForm, form } = props;
  const handling = useHandling(item.suggestionId);
  return (
    <li className="card">
      <span className="quiet">{item.displayNumber}</span>
      <Link className="title" to={`/cases/${item.suggestionId}`} title={item.title}>
        <TitleText>{item.title}</TitleText>
      </Link>
      <PageState query={handling} what="五个一">
        {(found) => <FiveOnes item={item} handling={found} mayForm={mayForm} form={form} />}
      </PageState>
    </li>
  );
}

function FiveOnes(props: {
  readonly item: BoardCase;
  readonly handling: Handling;
  readonly mayForm: boolean;
  readonly form: () => void;
}): ReactElement {
  const { item, handling, mayForm, form } = props;
  const lead = replyingShares(handling)[0];
  const share = useShare(lead?.assignmentId ?? '');
  const today = useToday();
  const units = useUnits();
  const { taskForce } = handling;
  const names = useNames([taskForce?.convenerId ?? '']);
  const ones = fiveOnesOf({
    title: item.title,
    unit: units.get(lead?.unitId ?? '') ?? '',
    plan: planInForce(share.data?.plans ?? []),
    today,
  });
  return (
    <>
      <dl className="five-ones">
        {ones.map(({ name, value }) => (
          <div key={name} className={value === '' ? 'missing' : ''}>
            <dt>{name}</dt>
            <dd title={value}>{value === '' ? '还缺' : value}</dd>
          </div>
        ))}
      </dl>
      {taskForce === null ? (
        <p className="spread">
          <span className="quiet">还没有专班</span>
          {mayForm && <Button onClick={form}>{formTaskForce.name}</Button>}
        </p>
      ) : (
        <p className="quiet">
          专班：{names.get(taskForce.convenerId) ?? '召集人'}召集，
          {taskForce.unitIds.map((unit) => units.get(unit) ?? '').join('、')}
        </p>
      )}
    </>
  );
}

function useShare(id: string): UseQueryResult<Schemas['AssignmentFile']> {
  return useQuery({
    queryKey: ['assignment', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/assignments/{id}', { params: { path: { id } } })),
    enabled: id !== '',
  });
}
