import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { DeskForm } from '../../act/desk-forms/desk-form.ts';
import { formTaskForce } from '../../act/desk-forms/task-force-form.tsx';
import { useHandling, type Handling } from '../../api/use-handling.ts';
import { useNames } from '../../api/use-names.ts';
import { useToday } from '../../api/use-today.ts';
import { useUnits } from '../../api/use-units.ts';
import { meetingText, packagesText } from '../../case/task-force-text.ts';
import { PageState } from '../../design/page-state.tsx';
import { TitleText } from '../../design/title-text.tsx';
import { Shown } from '../../design/shown.tsx';
import type { Me } from '../../session/session.ts';
import { ExportButton } from '../../sheet/export-button.tsx';
import { FiveOnesList } from './five-ones-list.tsx';
import { KeyDecision } from './key-decision.tsx';
import { keyItemColumns, keyItemRows } from './key-item-rows.ts';
import { useCasesInHands, useCasesToAssign, type BoardCase } from './use-cases-in-hands.ts';
import './key-items.css';

/** Cards drawn at a time: each asks for its own plan and task force. */
const CARDS = 20;

/** 重点件: five ones each, what is missing stands out; what is proposed to be one; complex cases with their task forces. */
export function KeyItemsPage({ me }: { me: Me }): ReactElement {
  const board = useCasesInHands();
  return (
    <main id="main" className="work-page">
      <title>重点件与专班 · 回音</title>
      <header className="work-head">
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
            <Proposed me={me} inHands={items} />
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

/** 提请: what waits for the decision of the 主任会议 (T30), given to units already or not. */
function Proposed({ me, inHands }: { me: Me; inHands: readonly BoardCase[] }): ReactElement {
  const board = useCasesToAssign();
  return (
    <PageState query={board} what="已提请的建议">
      {(toAssign) => (
        <Part
          me={me}
          name="已提请"
          empty="没有等待主任会议确定的建议。分类时可以提请。"
          items={[...toAssign, ...inHands].filter(({ isKey, keyProposed }) => keyProposed && !isKey)}
        />
      )}
    </PageState>
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
            columns={keyItemColumns(units, today)}
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
                mayForm={me.roles.some((role) => role === 'congress-desk' || role === 'committee')}
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
        {(found) => (
          <>
            <KeyDecision handling={found} />
            <FiveOnesList title={item.title} handling={found} />
            <TaskForceOf handling={found} mayForm={mayForm} form={form} />
          </>
        )}
      </PageState>
    </li>
  );
}

function TaskForceOf(props: {
  readonly handling: Handling;
  readonly mayForm: boolean;
  readonly form: () => void;
}): ReactElement {
  const { mayForm, form } = props;
  const { taskForce } = props.handling;
  const today = useToday();
  const units = useUnits();
  const names = useNames([taskForce?.convenerId ?? '']);
  if (taskForce === null) {
    return (
      <p className="spread">
        <span className="quiet">还没有专班</span>
        {mayForm && <Button onClick={form}>{formTaskForce.name}</Button>}
      </p>
    );
  }
  return (
    <dl className="task-force">
      <dt>专班</dt>
      <dd>
        {names.get(taskForce.convenerId) ?? '召集人'}召集
        {taskForce.leaderName !== '' && `，${taskForce.leaderName}任组长`}
      </dd>
      <dt>成员</dt>
      <dd>{taskForce.unitIds.map((unit) => units.get(unit) ?? '').join('、')}</dd>
      <dt>工作包</dt>
      <dd>{packagesText(taskForce, today)}</dd>
      <dt>会议</dt>
      <dd>{meetingText(taskForce, today)}</dd>
    </dl>
  );
}
