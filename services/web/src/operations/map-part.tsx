import type { ReactElement } from 'react';
import type { Schemas } from '../api/client.ts';
import { durationText } from './bar.ts';
import { MapDrawing } from './map-drawing.tsx';
import { boxName, callsText, KINDS, type Stretch } from './map-text.ts';
import './service-map.css';

interface MapPartProps {
  readonly edges: readonly Schemas['ServiceMapEdge'][];
  readonly seconds: Stretch;
}

const HEADS = ['从', '到', '方式', '次数', '失败', '中位', '95 分位'] as const;

/** The drawing of who calls whom, what its marks mean, and behind 表格 the same in rows. */
export function MapPart({ edges, seconds }: MapPartProps): ReactElement {
  return (
    <div className="map-part">
      <MapDrawing edges={edges} seconds={seconds} />
      <p className="quiet">
        线上是次数、失败的比例和 95 分位用时。✕ 和粗虚线：有失败；粗实线和“慢”：超过了期望时间。
      </p>
      <details>
        <summary>表格</summary>
        <EdgeTable edges={edges} seconds={seconds} />
      </details>
    </div>
  );
}

function EdgeTable({ edges, seconds }: MapPartProps): ReactElement {
  return (
    <div className="scrolls" role="group" aria-label="服务之间的调用表" tabIndex={0}>
      <table className="service-map">
        <thead>
          <tr>
            {HEADS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {edges.map(({ caller, callee, kind, calls, failed, p50Us, p95Us, slow }) => (
            <tr key={`${caller} ${callee} ${kind}`}>
              <th scope="row">{boxName(caller)}</th>
              <td>{boxName(callee)}</td>
              <td>{KINDS[kind]}</td>
              <td>
                {calls}
                {seconds !== undefined && <span className="quiet">{callsText(calls, seconds)}</span>}
              </td>
              <td>{failed > 0 ? <span className="problem">✕ {failed}</span> : failed}</td>
              <td>{durationText(p50Us)}</td>
              <td>
                {durationText(p95Us)}
                {slow && <span className="slow">慢</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
