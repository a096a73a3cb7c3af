import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { forget } from '../../act/kept.ts';
import { Judging } from '../../act/judgement/judging.tsx';
import { ROLES, sharesFault, unheeded, type PlannedShare } from '../../act/units/shares-fault.ts';
import { UnitPicker } from '../../act/units/unit-picker.tsx';
import { useUnitsMeant } from '../../act/units/use-units-meant.ts';
import { useToday } from '../../api/use-today.ts';
import type { Schemas } from '../../api/client.ts';
import { useHandling } from '../../api/use-handling.ts';
import type { RulePack } from '../../api/use-rules.ts';
import { PageState } from '../../design/page-state.tsx';
import type { Me } from '../../session/session.ts';
import { SuggestionReader } from '../suggestion-reader.tsx';
import { TermsToStart } from './terms-to-start.tsx';
import { UnitProposals } from './unit-proposals.tsx';
import { useClassify } from './use-classify.ts';

const MOST_REASON = 500;

interface BoardCaseProps {
  readonly me: Me;
  readonly item: Schemas['AssignmentBoardCase'];
  readonly pack: RulePack;
  /** Suggestions that get this judgement: this one and those that were marked. */
  readonly alike: readonly string[];
  /** Its units, when it is in the list already. */
  readonly listed: readonly PlannedShare[] | undefined;
  /** Why a wished unit handles nothing, when that was said already. */
  readonly wishReason: string;
  readonly put: (shares: readonly PlannedShare[], wishReason: string) => void;
  readonly unlist: () => void;
  readonly onClassified: () => void;
}

/** The open suggestion: its text and judgement, then its units. */
export function BoardCase(props: BoardCaseProps): ReactElement {
  const { me, item, listed } = props;
  const today = useToday();
  const units = useUnitsMeant(`${me.personId}.units.${item.suggestionId}`, {
    shares: listed ?? [],
    wishReason: props.wishReason,
  });
  return (
    <>
      <div className="board-middle">
        <section className="card" aria-label="打开的建议">
          <SuggestionReader id={item.suggestionId} today={today} />
        </section>
        <JudgedCase {...props} key={`${item.suggestionId} ${item.handlingType}`} me={me} />
      </div>
      <div className="board-units">
        <UnitsCard {...props} units={units} />
        <UnitProposals
          id={item.suggestionId}
          shares={units.meant.shares}
          change={(shares) => units.change({ shares })}
        />
      </div>
    </>
  );
}

/** Who is to handle it, and why not whom the deputy wished for. */
function UnitsCard(
  props: BoardCaseProps & { readonly units: ReturnType<typeof useUnitsMeant> },
): ReactElement {
  const { item, pack, listed, put, unlist, units } = props;
  const { shares, wishReason } = units.meant;
  const isClassified = item.handlingType !== '';
  const passedOver = shares.length > 0 && unheeded(shares, item.wishedUnitIds).length > 0;
  const unsaid = passedOver && wishReason.trim() === '' ? '请写明为什么不交给代表希望的单位' : '';
  const fault = sharesFault(shares) || unsaid;
  const settled = (act: () => void) => (): void => {
    units.settle();
    act();
  };
  return (
    <section className="card" aria-label="承办单位">
      <h2>承办单位</h2>
      <UnitPicker
        shares={shares}
        roles={ROLES}
        firstRole={shares.some(({ role }) => role === 'lead') ? 'co' : 'lead'}
        wishedUnitIds={item.wishedUnitIds}
        fault={sharesFault(shares)}
        change={(chosen) => units.change({ shares: chosen })}
      />
      {passedOver && (
        <Input.TextArea
          aria-label="为什么不交给代表希望的单位"
          placeholder="为什么不交给代表希望的单位"
          maxLength={MOST_REASON}
          rows={2}
          value={wishReason}
          onChange={({ target }) => units.change({ wishReason: target.value })}
        />
      )}
      <TermsToStart rules={pack.content.rules} isComplex={item.handlingType === 'complex' || item.isKey} />
      <div className="act-bar">
        <Button
          type={isClassified ? 'primary' : 'default'}
          disabled={fault !== '' || !isClassified}
          onClick={settled(() => put(shares, passedOver ? wishReason.trim() : ''))}
        >
          {listed === undefined ? '加入清单' : '改清单'}
        </Button>
        {listed !== undefined && <Button onClick={settled(unlist)}>移出清单</Button>}
        <span className="quiet" role="status">
          {isClassified ? fault : '先分类，再交办'}
        </span>
      </div>
    </section>
  );
}

function JudgedCase({ me, item, pack, alike, onClassified }: BoardCaseProps): ReactElement {
  const handling = useHandling(item.suggestionId);
  const keptAs = `${me.personId}.classify.${item.suggestionId}`;
  const classify = useClassify(() => {
    forget(keptAs);
    onClassified();
  });
  return (
    <PageState query={handling} what="分类">
      {({ classification: before }) => (
        <Judging
          {...{ keptAs, before }}
          suggestionId={item.suggestionId}
          rule={pack.content.params.classification.complex_if}
          alike={alike.length}
          isMain={before === null}
          refusal={classify.error}
          isPending={classify.isPending}
          send={(judgement) =>
            classify.mutate({ suggestionIds: before === null ? alike : [item.suggestionId], judgement })
          }
        />
      )}
    </PageState>
  );
}
