import { useEffect, useRef, type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { KeysHelp } from '../../act/keys-help.tsx';
import { Reclassify } from '../../act/judgement/reclassify.tsx';
import { AddUnits } from '../../act/units/add-units.tsx';
import { focusUnits } from '../../act/units/focus-units.ts';
import { useKeys } from '../../act/use-keys.ts';
import type { Schemas } from '../../api/client.ts';
import { useToday } from '../../api/use-today.ts';
import { useUnits } from '../../api/use-units.ts';
import { PageState } from '../../design/page-state.tsx';
import type { Me } from '../../session/session.ts';
import { ExportButton } from '../../sheet/export-button.tsx';
import '../board/board.css';
import { handledColumns } from '../board/board-columns.ts';
import { BoardList } from '../board/board-list.tsx';
import { useOpenCase } from '../board/use-open-case.ts';
import '../desk.css';
import { useCasesInHands } from '../key-items/use-cases-in-hands.ts';
import { SuggestionReader } from '../suggestion-reader.tsx';

/** 已交办的建议: what 政府办 still decides of those its units lead, further units and the class (代表法51). */
export function HandledPage({ me }: { me: Me }): ReactElement {
  const inHands = useCasesInHands();
  return (
    <main id="main" className="work-page board-page">
      <title>已交办的建议 · 回音</title>
      <PageState query={inHands} what="已交办的建议">
        {(items) => (
          <Handled
            me={me}
            items={items.filter(({ decidingOffice }) => decidingOffice === 'government-office')}
          />
        )}
      </PageState>
    </main>
  );
}

function Handled({ me, items }: { me: Me; items: readonly Schemas['AssignmentBoardCase'][] }): ReactElement {
  const units = useUnits();
  const [search] = useSearchParams();
  const { current, choose, move } = useOpenCase(items, search.get('case') ?? '');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.focus(), []);
  useKeys({ j: () => move(1), k: () => move(-1), '/': focusUnits });
  return (
    <>
      <header className="work-head">
        <h1>已交办的建议</h1>
        <span className="quiet">
          {items.length} 件由政府系统的单位主办，可以增加承办单位、重新分类。首次分类和交办由人大一方办。
        </span>
        <ExportButton name="已交办" columns={handledColumns(units)} items={() => Promise.resolve(items)} />
        <KeysHelp keys={KEYS} />
      </header>
      <div className="board-columns">
        <BoardList
          ref={list}
          name="已交办"
          empty="还没有交给政府系统单位主办的建议。交办以后会出现在这里。"
          items={items}
          current={current?.suggestionId ?? ''}
          onChoose={choose}
        />
        {current !== undefined && <HandledCase key={current.suggestionId} me={me} item={current} />}
      </div>
    </>
  );
}

/** The open suggestion: its text and class, then its units. */
function HandledCase({ me, item }: { me: Me; item: Schemas['AssignmentBoardCase'] }): ReactElement {
  const { suggestionId, wishedUnitIds } = item;
  const today = useToday();
  const keptAs = (act: string): string => [me.personId, act, suggestionId].join('.');
  return (
    <>
      <div className="board-middle">
        <section className="card" aria-label="打开的建议">
          <SuggestionReader id={suggestionId} today={today} />
          <Link to={`/cases/${suggestionId}`}>看办理情况</Link>
        </section>
        <Reclassify suggestionId={suggestionId} keptAs={keptAs('classifySuggestion')} isMain={false} />
      </div>
      <div className="board-units">
        <section className="card" aria-label="承办单位">
          <h2>承办单位</h2>
          <AddUnits {...{ suggestionId, wishedUnitIds }} keptAs={keptAs('assignSuggestion')} />
        </section>
      </div>
    </>
  );
}

const KEYS = [
  ['J K', '下一件、上一件'],
  ['1 2', '定所在单位的角色：协办、参阅'],
  ['/', '加单位'],
] as const;
