import { Button } from 'antd';
import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { useHandling, type Handling } from '../../api/use-handling.ts';
import { useUnits } from '../../api/use-units.ts';
import { PageState } from '../../design/page-state.tsx';
import { word } from '../../design/words.ts';
import { Refusal } from '../refusal.tsx';
import { useCommand } from '../use-command.ts';
import { heldNow, lateRoles, stillMeant } from './late-units.ts';
import type { PlannedShare } from './shares-fault.ts';
import { UnitPicker } from './unit-picker.tsx';
import { useUnitsMeant, type UnitsMeant } from './use-units-meant.ts';

const NOBODY: UnitsMeant = { shares: [], wishReason: '' };

interface AddUnitsProps {
  readonly suggestionId: string;
  readonly keptAs: string;
  readonly wishedUnitIds?: readonly string[];
  readonly onDone?: () => void;
}

/** 增加承办单位: further units of a suggestion that has been handed over (T9). */
export function AddUnits(props: AddUnitsProps): ReactElement {
  const handling = useHandling(props.suggestionId);
  return (
    <PageState query={handling} what="承办单位">
      {({ assignments }) => <Adding {...props} assignments={assignments} />}
    </PageState>
  );
}

function Adding(props: AddUnitsProps & Pick<Handling, 'assignments'>): ReactElement {
  const { suggestionId, keptAs, wishedUnitIds = [], onDone, assignments } = props;
  const { meant, change, settle } = useUnitsMeant(keptAs, NOBODY);
  const held = heldNow(assignments);
  const roles = lateRoles(assignments);
  const shares = stillMeant(meant.shares, assignments);
  const command = useCommand<readonly PlannedShare[]>(
    async (added, header) => {
      const params = { path: { id: suggestionId }, header };
      const body = { shares: [...added], wishReason: '' };
      return dataOf(await api.POST('/api/v1/suggestions/{id}:assign', { params, body }));
    },
    {
      caseId: suggestionId,
      onDone: () => {
        change(NOBODY);
        settle();
        onDone?.();
      },
    },
  );
  return (
    <>
      <HeldUnits held={held} />
      <p className="quiet">{whatFollows(roles.includes('co'))}</p>
      <UnitPicker
        {...{ shares, roles, wishedUnitIds }}
        firstRole={roles[0] ?? 'reference'}
        except={new Set(held.map(({ unitId }) => unitId))}
        fault=""
        change={(chosen) => change({ shares: chosen })}
      />
      <Refusal error={command.error} />
      <div className="act-bar">
        <Button
          type="primary"
          disabled={shares.length === 0}
          loading={command.isPending}
          onClick={() => command.mutate(shares)}
        >
          {shares.length === 0 ? '增加承办单位' : `增加 ${shares.length} 个单位`}
        </Button>
      </div>
    </>
  );
}

function whatFollows(hasLead: boolean): string {
  return hasLead
    ? '只能增加协办或者参阅单位；换主办请用改办。协办单位须签收并向主办单位提出意见，答复期限不变。增加后不能收回。'
    : '分别办理的建议只能增加参阅单位。增加后不能收回。';
}

function HeldUnits({ held }: { held: readonly Handling['assignments'][number][] }): ReactElement {
  const names = useUnits();
  return (
    <ul className="held-units" aria-label="现有单位">
      {held.map(({ assignmentId, unitId, role }) => (
        <li key={assignmentId}>
          <b>{names.get(unitId) ?? '单位'}</b> <span className="quiet">{word('share', role)}</span>
        </li>
      ))}
    </ul>
  );
}
