import { useId, type ReactElement } from 'react';
import type { Schemas } from '../api/client.ts';
import { usePhone } from '../design/use-phone.ts';
import { durationText } from './bar.ts';
import { layOutMap, type MapLine, type MapNode, type Point } from './map-layout.ts';
import { NARROW, WIDE } from './map-measures.ts';
import { boxName, callsText, edgeText, failedShare, failedText, timeText, type Stretch } from './map-text.ts';

interface MapProps {
  readonly edges: readonly Schemas['ServiceMapEdge'][];
  readonly seconds: Stretch;
}

/** Room for strokes at the rim. */
const RIM = 2;
const TIP = 7;
const DRUM_LID = 3;
/** A box narrower than this has its name upright. */
const UPRIGHT_BELOW = 40;
/** A box narrower than this has no name: its shape and its title say what it is. */
const NAMELESS_BELOW = 24;

/** Who calls whom as a drawing: gateway, services, stores and broker from left to right, figures at each line. */
export function MapDrawing({ edges, seconds }: MapProps): ReactElement {
  const isPhone = usePhone();
  const id = useId();
  const { width, height, nodes, lines } = layOutMap(edges, isPhone ? NARROW : WIDE);
  const troubled = lines.filter(({ edge }) => edge.failed > 0 || edge.slow);
  return (
    <div className="scrolls" role="group" aria-label="服务之间的调用图" tabIndex={0}>
      <svg
        className="service-drawing"
        role="img"
        aria-labelledby={`${id}-title ${id}-text`}
        width={width + 2 * RIM}
        height={height + 2 * RIM}
        viewBox={`${-RIM} ${-RIM} ${width + 2 * RIM} ${height + 2 * RIM}`}
      >
        <title id={`${id}-title`}>服务之间的调用图</title>
        <desc id={`${id}-text`}>
          {troubled.length === 0
            ? `${lines.length} 条调用，没有失败，也没有慢的。`
            : troubled.map(({ edge }) => edgeText(edge, seconds)).join('; ')}
        </desc>
        {lines.map((line) => (
          <Line key={keyOf(line)} line={line} seconds={seconds} isNarrow={isPhone} />
        ))}
        {nodes.map((node) => (
          <Box key={node.key} node={node} />
        ))}
      </svg>
    </div>
  );
}

function keyOf({ edge }: MapLine): string {
  return `${edge.caller} ${edge.callee} ${edge.kind}`;
}

function Line({
  line,
  seconds,
  isNarrow,
}: {
  line: MapLine;
  seconds: Stretch;
  isNarrow: boolean;
}): ReactElement {
  const { edge, points, label, namesCaller } = line;
  const className = ['line', edge.kind, edge.failed > 0 ? 'failed' : '', edge.slow ? 'slow' : ''].join(' ');
  const calls = `${namesCaller ? `${edge.caller} ` : ''}${callsText(edge.calls, seconds)}`;
  const [first = 0, second = 0] = textLines(line, isNarrow);
  return (
    <g className={className}>
      <title>{edgeText(edge, seconds)}</title>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      <path className="tip" d={tipOf(points)} />
      <text x={label.x} y={first} textAnchor={label.anchor}>
        {calls}
        {!isNarrow && (
          <>
            {' · '}
            <Trouble edge={edge} isNarrow={false} />
          </>
        )}
      </text>
      {isNarrow && (
        <text x={label.x} y={second} textAnchor={label.anchor}>
          <Trouble edge={edge} isNarrow />
        </text>
      )}
    </g>
  );
}

/** Where the figures' base lines are: beside a line that goes down, else above it, and on a phone below it too. */
function textLines({ points, label }: MapLine, isNarrow: boolean): readonly number[] {
  const [from, to] = points;
  const goesDown = points.length === 2 && from?.x === to?.x;
  if (goesDown) return isNarrow ? [label.y - 4, label.y + 11] : [label.y + 4];
  return isNarrow ? [label.y - 5, label.y + 14] : [label.y - 6];
}

/** Failures and time; what is wrong has a mark or a word beside its colour. A phone has no room for other words. */
function Trouble({ edge, isNarrow }: { edge: MapLine['edge']; isNarrow: boolean }): ReactElement {
  const share = isNarrow ? failedShare(edge) : failedText(edge);
  const time = isNarrow ? durationText(edge.p95Us) : timeText(edge);
  return (
    <>
      <tspan className={edge.failed > 0 ? 'problem' : ''}>
        {edge.failed > 0 ? '✕ ' : ''}
        {share}
      </tspan>
      {' · '}
      <tspan className={edge.slow ? 'slow' : ''}>{[...(edge.slow ? ['慢'] : []), time].join(' ')}</tspan>
    </>
  );
}

/** An arrow's head at the end of a line, pointing as its last piece does. */
function tipOf(points: readonly Point[]): string {
  const [before, end] = points.slice(-2);
  if (before === undefined || end === undefined) return '';
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
  const base = { x: end.x - dx * TIP, y: end.y - dy * TIP };
  const half = TIP / 2;
  return `M${end.x} ${end.y}L${base.x + dy * half} ${base.y + dx * half}L${base.x - dy * half} ${base.y - dx * half}z`;
}

function Box({ node }: { node: MapNode }): ReactElement {
  const { x, y, width, height, kind, failed } = node;
  const name = boxName(node.name);
  const [middle, centre] = [x + width / 2, y + height / 2];
  const upright = width < UPRIGHT_BELOW ? { transform: `rotate(-90 ${middle} ${centre})` } : {};
  return (
    <g className={`box ${kind}${failed ? ' failed' : ''}`}>
      <title>{failed ? `${name}：有失败` : name}</title>
      {kind === 'store' ? (
        <path d={drumOf(node)} />
      ) : (
        <rect x={x} y={y} width={width} height={height} rx="6" />
      )}
      {width >= NAMELESS_BELOW && (
        <text
          x={middle}
          y={kind === 'store' ? centre + DRUM_LID : centre}
          textAnchor="middle"
          dominantBaseline="central"
          {...upright}
        >
          {name}
        </text>
      )}
      {failed && kind !== 'store' && <Failed x={middle} y={y + 13} isNarrow={width < UPRIGHT_BELOW} />}
    </g>
  );
}

function Failed({ x, y, isNarrow }: Point & { isNarrow: boolean }): ReactElement {
  return (
    <text className="problem" x={x} y={y} textAnchor="middle" dominantBaseline="central">
      {isNarrow ? '✕' : '✕ 有失败'}
    </text>
  );
}

/** A cylinder on its side would hide its name: it stands. */
function drumOf({ x, y, width, height }: MapNode): string {
  const [rim, right, bottom] = [DRUM_LID, x + width, y + height];
  const arc = `A${width / 2} ${rim} 0 0`;
  return (
    `M${x} ${y + rim}${arc} 1 ${right} ${y + rim}V${bottom - rim}${arc} 1 ${x} ${bottom - rim}z` +
    `M${x} ${y + rim}${arc} 0 ${right} ${y + rim}`
  );
}
