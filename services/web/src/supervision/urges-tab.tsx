import type { ReactElement } from 'react';
import { useUnits } from '../api/use-units.ts';
import { instantText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { Shown } from '../design/shown.tsx';
import { ExportButton } from '../sheet/export-button.tsx';
import type { Column } from '../sheet/sheet.ts';
import { CaseCell } from '../design/case-cell.tsx';
import type { TabProps } from './supervision-page.tsx';
import { useUrges, type Urge } from './use-ladder.ts';

/** 催办: whom, when and with which words. */
export function UrgesTab({ today }: TabProps): ReactElement {
  const urges = useUrges();
  const units = useUnits();
  return (
    <PageState query={urges} what="催办">
      {(found) =>
        found.length === 0 ? (
          <p className="nothing">还没有催办过。</p>
        ) : (
          <>
            <p className="spread">
              <span>共 {found.length} 次</span>
              <ExportButton name="催办" columns={urgeColumns(units)} items={() => Promise.resolve(found)} />
            </p>
            <Shown items={found}>
              {(shown) => (
                <table className="card wide-table stacked-table">
                  <caption className="unseen">催办</caption>
                  <thead>
                    <tr>
                      <th scope="col">建议</th>
                      <th scope="col">催谁</th>
                      <th scope="col">催办的话</th>
                      <th scope="col">何时</th>
                    </tr>
                  </thead>
                  <tbody>
                    {shown.map((urge) => (
                      <tr key={urge.urgeId}>
                        <CaseCell caseId={urge.suggestionId} number={urge.number} title={urge.title} />
                        <td>
                          {units.get(urge.unitId)}
                          <span className="quiet">{whom(urge)}</span>
                        </td>
                        <td>{urge.message}</td>
                        <td>
                          {instantText(urge.urgedAt, today)}
                          {urge.automatic && <span className="quiet">自动催办</span>}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </Shown>
          </>
        )
      }
    </PageState>
  );
}

function whom({ toHead }: Urge): string {
  return toHead ? '主要负责人' : '联络员和承办人';
}

function urgeColumns(units: ReadonlyMap<string, string>): readonly Column<Urge>[] {
  return [
    { name: '编号', of: ({ number }) => number },
    { name: '标题', of: ({ title }) => title, width: 56 },
    { name: '催办单位', of: ({ unitId }) => units.get(unitId) ?? '', width: 28 },
    { name: '催谁', of: whom, width: 16 },
    { name: '催办的话', of: ({ message }) => message, width: 56 },
    { name: '时间', of: ({ urgedAt }) => urgedAt, width: 24 },
    { name: '方式', of: ({ automatic }) => (automatic ? '自动' : '人工') },
  ];
}
