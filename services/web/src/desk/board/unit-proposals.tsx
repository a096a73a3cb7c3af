import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { PageState } from '../../design/page-state.tsx';
import { word } from '../../design/words.ts';
import type { PlannedShare } from '../../act/units/shares-fault.ts';
import { useProposedUnits } from './use-proposed-units.ts';

interface UnitProposalsProps {
  readonly id: string;
  readonly shares: readonly PlannedShare[];
  readonly change: (shares: readonly PlannedShare[]) => void;
}

/** 推荐单位: what speaks for each and what against it, and the cases it was read from. One press takes it. */
export function UnitProposals({ id, shares, change }: UnitProposalsProps): ReactElement {
  const proposed = useProposedUnits(id);
  const chosen = new Set(shares.map(({ unitId }) => unitId));
  const hasLead = shares.some(({ role }) => role === 'lead');
  return (
    <section className="card" aria-label="推荐单位">
      <h2>推荐单位</h2>
      <PageState query={proposed} what="推荐的单位">
        {({ units, cases }) => {
          const left = units.filter(({ unitId }) => !chosen.has(unitId));
          return (
            <>
              <p className="quiet">{basisText(units.length, cases)}</p>
              <ul className="unit-rows">
                {left.map((unit) => (
                  <ProposedUnit
                    key={unit.unitId}
                    unit={unit}
                    role={unit.role === 'lead' && hasLead ? 'co' : unit.role}
                    take={(role) => change([...shares, { unitId: unit.unitId, role }])}
                  />
                ))}
              </ul>
            </>
          );
        }}
      </PageState>
    </section>
  );
}

function basisText(units: number, cases: number): string {
  if (units === 0) return '推荐不出单位，请自己选。';
  return cases === 0 ? '没有先例可依，只看单位职责和代表的希望' : `依据 ${cases} 件相似的先例`;
}

function ProposedUnit(props: {
  readonly unit: Schemas['ProposedUnit'];
  /** A second lead is offered as a helper: only one unit can lead. */
  readonly role: 'lead' | 'co';
  readonly take: (role: 'lead' | 'co') => void;
}): ReactElement {
  const { unit, role, take } = props;
  const { name, reasons, doubts, evidence, inHand } = unit;
  return (
    <li className="unit-row">
      <div className="unit-head">
        <b>{name}</b>
        <span className="quiet">在办 {inHand} 件</span>
        <Button size="small" onClick={() => take(role)} aria-label={`${name}作${word('share', role)}`}>
          作{word('share', role)}
        </Button>
      </div>
      <ul className="why">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        {doubts.map((doubt) => (
          <li key={doubt}>
            <b>疑点</b> {doubt}
          </li>
        ))}
      </ul>
      {evidence.length > 0 && (
        <details>
          <summary>先例 {evidence.length} 件</summary>
          <ul>
            {evidence.map(({ caseId, number, title, year, words }) => (
              <li key={caseId}>
                <Link to={`/cases/${caseId}`}>
                  {[year === 0 ? '' : `${year}年`, number, title].filter(Boolean).join(' ')}
                </Link>
                {words.length > 0 && <span className="quiet"> 相同的词：{words.join('、')}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
