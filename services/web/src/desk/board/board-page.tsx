import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { KeysHelp } from '../../act/keys-help.tsx';
import { focusUnits } from '../../act/units/focus-units.ts';
import { useKeys } from '../../act/use-keys.ts';
import { allPages } from '../../api/all-pages.ts';
import { api, type Schemas } from '../../api/client.ts';
import { inForce, useRules } from '../../api/use-rules.ts';
import { useUnits } from '../../api/use-units.ts';
import { PageState } from '../../design/page-state.tsx';
import type { Me } from '../../session/session.ts';
import { ExportButton } from '../../sheet/export-button.tsx';
import '../desk.css';
import './board.css';
import { AssignBar } from './assign-bar.tsx';
import { BoardCase } from './board-case.tsx';
import { boardColumns } from './board-columns.ts';
import { BoardList } from './board-list.tsx';
import { useAssignList } from './use-assign-list.ts';
import { useOpenCase } from './use-open-case.ts';

const REFRESH_MS = 60_000;

type Waiting = 'classify' | 'assign';

/** 分类交办: case, judgement, units, from left to right; what is decided waits in the list below. */
export function BoardPage({ me }: { me: Me }): ReactElement {
  const board = useQuery({
    queryKey: ['assignment-board', 'to-assign'],
    queryFn: async () => {
      const query = { status: 'to-assign' as const };
      return allPages((page) =>
        api.GET('/api/v1/assignment-board', { params: { query: { ...query, ...page } } }),
      );
    },
    refetchInterval: REFRESH_MS,
  });
  return (
    <main id="main" className="work-page board-page">
      <title>分类交办 · 回音</title>
      <PageState query={board} what="待分类和待交办的建议">
        {(items) => <Board me={me} items={items} />}
      </PageState>
    </main>
  );
}

function Board({ me, items }: { me: Me; items: readonly Schemas['AssignmentBoardCase'][] }): ReactElement {
  const rules = useRules();
  const units = useUnits();
  const [search, setSearch] = useSearchParams();
  const { list, reasons, put, remove } = useAssignList(me.personId);
  const { asked, waiting, groups } = waitingOf(items, search);
  const shown = groups[waiting];
  const { current, marked, choose, move, mark, unmark } = useOpenCase(shown, asked);
  const id = current?.suggestionId ?? '';
  const listRef = useRef<HTMLUListElement>(null);
  useEffect(() => listRef.current?.focus(), []);
  useKeys({ j: () => move(1), k: () => move(-1), x: () => mark(id), '/': focusUnits });
  const pack = inForce(rules.data ?? []);
  const next = (): void => {
    move(1);
    listRef.current?.focus();
  };
  return (
    <>
      <header className="work-head">
        <h1>分类交办</h1>
        <WaitingChoice
          waiting={waiting}
          counts={{ classify: groups.classify.length, assign: groups.assign.length }}
          choose={(wanted) => {
            unmark();
            setSearch(wanted === 'assign' ? { waiting: wanted } : {});
          }}
        />
        <ExportButton
          name={WAITING[waiting]}
          columns={boardColumns(units, list)}
          items={() => Promise.resolve(shown)}
        />
        <KeysHelp keys={KEYS} />
      </header>
      <div className="board-columns">
        <BoardList
          ref={listRef}
          name={WAITING[waiting]}
          empty={`没有${WAITING[waiting]}的建议。登记以后会出现在这里。`}
          items={shown}
          listed={list}
          current={id}
          marks={{ marked, onMark: mark }}
          onChoose={choose}
        />
        {current !== undefined && pack !== undefined && (
          <BoardCase
            key={id}
            {...{ me, item: current, pack, listed: list[id], wishReason: reasons[id] ?? '' }}
            alike={shown
              .map(({ suggestionId }) => suggestionId)
              .filter((each) => each === id || marked.has(each))}
            put={(shares, wishReason) => {
              put(id, shares, wishReason);
              next();
            }}
            unlist={() => remove([id])}
            onClassified={unmark}
          />
        )}
      </div>
      <AssignBar list={list} reasons={reasons} titles={titlesOf(items)} remove={remove} />
    </>
  );
}

/** What waits for which step, and which step is looked at: the one asked for, or that of the case asked for. */
function waitingOf(
  items: readonly Schemas['AssignmentBoardCase'][],
  search: URLSearchParams,
): {
  readonly asked: string;
  readonly waiting: Waiting;
  readonly groups: Readonly<Record<Waiting, readonly Schemas['AssignmentBoardCase'][]>>;
} {
  const groups = {
    classify: items.filter(({ handlingType }) => handlingType === ''),
    assign: items.filter(({ handlingType }) => handlingType !== ''),
  };
  const asked = search.get('case') ?? '';
  const isToAssign =
    search.get('waiting') === 'assign' || groups.assign.some(({ suggestionId }) => suggestionId === asked);
  return { asked, waiting: isToAssign ? 'assign' : 'classify', groups };
}

function WaitingChoice(props: {
  readonly waiting: Waiting;
  readonly counts: Readonly<Record<Waiting, number>>;
  readonly choose: (waiting: Waiting) => void;
}): ReactElement {
  const { waiting, counts, choose } = props;
  return (
    <Segmented<Waiting>
      aria-label="等什么"
      value={waiting}
      options={(['classify', 'assign'] as const).map((value) => ({
        value,
        label: `${WAITING[value]} ${counts[value]}`,
      }))}
      onChange={choose}
    />
  );
}

const WAITING: Readonly<Record<Waiting, string>> = { classify: '待分类', assign: '待交办' };

function titlesOf(items: readonly Schemas['AssignmentBoardCase'][]): ReadonlyMap<string, string> {
  return new Map(items.map(({ suggestionId, title }) => [suggestionId, title]));
}

const KEYS = [
  ['J K', '下一件、上一件'],
  ['X', '选上，和打开的一起分类'],
  ['1 … 4', '定所在单位的角色：主办、协办、分别办理、参阅'],
  ['/', '加单位'],
] as const;
