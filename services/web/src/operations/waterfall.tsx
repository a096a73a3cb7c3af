import { Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Schemas } from '../api/client.ts';
import { barsOf, durationText, WIDTH } from './bar.ts';
import { MapPart } from './map-part.tsx';

type Trace = Schemas['Trace'];
type Step = Schemas['JourneyStep'];

const LAYERS: Readonly<Record<Step['layer'], string>> = {
  http: 'HTTP',
  grpc: 'gRPC',
  database: '数据库',
  cache: '缓存',
  relay: '待发',
  consumer: '消费',
  internal: '内部',
};
const OUTCOMES: Readonly<Record<Step['outcome'], string>> = { ok: '', refused: '被拒绝', failed: '失败' };
const BAR_HEIGHT = 12;

/** One trace: every step below what led to it, with its time; transactions that went well only when asked for. */
export function Waterfall({ trace }: { trace: Trace }): ReactElement {
  const [showAll, setShowAll] = useState(false);
  const isQuiet = ({ layer, outcome, slow }: Step): boolean =>
    (layer === 'database' || layer === 'cache') && outcome === 'ok' && !slow;
  const bars = barsOf(trace.steps);
  const shown = showAll ? trace.steps : trace.steps.filter((step) => !isQuiet(step));
  const hidden = trace.steps.filter(isQuiet).length;
  return (
    <section className="trace" aria-label={`追踪 ${trace.traceId}`}>
      <MapPart edges={trace.edges} seconds={undefined} />
      <Checkbox checked={showAll} onChange={({ target }) => setShowAll(target.checked)}>
        数据库和缓存的每一步 <span className="quiet">{hidden} 步</span>
      </Checkbox>
      {trace.cut && <p>步骤太多，只留了前面的。</p>}
      <table className="waterfall">
        <thead>
          <tr>
            <th scope="col">服务 · 操作</th>
            <th scope="col">用时</th>
            <th scope="col">时间轴</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((step) => (
            <StepRow key={step.spanId} step={step} bar={bars.get(step.spanId)} />
          ))}
        </tbody>
      </table>
      <Lines lines={trace.lines} />
    </section>
  );
}

interface Bar {
  readonly x: number;
  readonly width: number;
  readonly wait: number;
}

function StepRow({ step, bar }: { step: Step; bar: Bar | undefined }): ReactElement {
  const { depth, service, layer, name, detail, durationUs, waitedUs, outcome, problem, slow } = step;
  return (
    <tr className={`outcome-${outcome}`}>
      <th scope="row">
        <span className={`depth depth-${Math.min(depth, 8)}`}>
          <b>{service}</b> <span className="layer">{LAYERS[layer]}</span> {name}
          {detail !== '' && <code>{detail}</code>}
          {step.parentMissing && <span className="quiet">上一步没有留存</span>}
          {step.delivery > 1 && <span className="quiet">第 {step.delivery} 次投递</span>}
        </span>
      </th>
      <td>
        {durationText(durationUs)}
        {waitedUs > 0 && <span className="quiet">等了 {durationText(waitedUs)}</span>}
        {slow && <span className="slow">慢</span>}
        {outcome !== 'ok' && (
          <span className="problem">
            {OUTCOMES[outcome]} {problem}
          </span>
        )}
      </td>
      <td>
        <svg
          className={`bar ${layer}`}
          viewBox={`0 0 ${WIDTH} ${BAR_HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {bar !== undefined && (
            <>
              <rect className="wait" x={bar.x - bar.wait} y="4" width={bar.wait} height="4" />
              <rect x={bar.x} y="0" width={bar.width} height={BAR_HEIGHT} />
            </>
          )}
        </svg>
      </td>
    </tr>
  );
}

function Lines({ lines }: { lines: Trace['lines'] }): ReactElement {
  if (lines.length === 0) return <p className="quiet">没有同一追踪号的日志</p>;
  return (
    <details className="log-lines">
      <summary>同一追踪号的日志 {lines.length} 行</summary>
      <ul>
        {lines.map((line) => (
          <li key={`${line.service} ${line.atUs} ${line.spanId} ${line.message}`}>
            <b>{line.service}</b> {line.level} {line.message} <code>{line.fields}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
