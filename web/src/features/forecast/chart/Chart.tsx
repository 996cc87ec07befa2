import { useElementSize } from '@mantine/hooks';
import { useRef, useState, type KeyboardEvent } from 'react';
import { formatNumber } from '@/lib/format';
import { contacts } from '../contacts';
import classes from './Chart.module.css';
import { isMoved, type Point } from './points';
import { nothing, Readout } from './Readout';
import { bandPath, linePath, niceSteps } from '@/lib/shape';
import { useDragging } from './useDragging';

interface ChartProps {
  label: string;
  points: readonly Point[];
  /** Whether the second pane, the agents, is drawn. */
  withAgents?: boolean;
  /** Called with what a point is to be, which stays where it was let go until that ends; without it nothing can be moved. */
  onEdit?: (point: Point, value: number) => Promise<unknown>;
}

const pane = { axis: 52, left: 2, right: 12, top: 12, height: 250, gap: 30, agents: 76 };
/** How narrow a point may be; on a phone a finger must find it. */
const narrowest = (room: number) => (room < 500 ? 9 : 5);

/** History, forecast with its ranges, and agents over one axis of time. A point is moved by hand or by arrow keys. */
export function Chart({ label, points, withAgents = false, onEdit }: ChartProps) {
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const room = (measured || 900) - pane.axis;
  const width = Math.max(room, points.length * narrowest(room) + pane.left + pane.right);
  const step = (width - pane.left - pane.right) / Math.max(points.length, 1);
  const steps = niceSteps(Math.max(1, ...points.flatMap(({ actual, volume, machine, high, high95 }) => [actual, volume, machine, high, high95].map((value) => value ?? 0))));
  const top = steps.at(-1) ?? 1;
  const x = (index: number) => pane.left + (index + 0.5) * step;
  const y = (value: number) => pane.top + pane.height * (1 - value / top);
  const scale = { x, y, begins: (index: number) => points[index]?.begins === true };
  const svg = useRef<SVGSVGElement>(null);
  const start = points.findIndex((point) => point.volume !== null);
  const [active, setActive] = useState(-1);
  const current = points[active] ? active : Math.max(start, 0);
  const drag = useDragging({ svg, points, step, left: pane.left, valueAt: (at) => top * (1 - (at - pane.top) / pane.height), y, onEdit, active: current, setActive });
  const of = (key: 'actual' | 'volume' | 'machine' | 'low' | 'high' | 'low95' | 'high95' | 'again') => points.map((point) => point[key]);
  const height = pane.top + pane.height + pane.gap + (withAgents ? pane.agents + 18 : 0);
  const intoSight = (region: HTMLDivElement | null) => {
    if (region && region.scrollWidth > region.clientWidth && start > 0) {
      region.scrollLeft = x(start) - 60;
    }
  };
  const sized = useRef(0);
  const named = namedTicks(points, step);
  return (
    <div ref={ref}>
      <Readout point={points[current]} value={drag.at(current)} />
      <div className={classes.panes}>
      <Axis steps={steps} y={y} height={height} mostAgents={withAgents ? mostAgents(points) : undefined} />
      <div
        className={classes.scroll}
        role="region"
        aria-label={`${label}, chart`}
        tabIndex={0}
        ref={(region) => {
          if (measured > 0 && sized.current !== points.length) {
            sized.current = points.length;
            intoSight(region);
          }
        }}
      >
        <svg ref={svg} width={width} height={height} role="group" aria-label={label} className={classes.chart} {...drag.handlers}>
          {steps.map((value) => (
            <g key={value} aria-hidden>
              <line x1={pane.left} x2={width - pane.right} y1={y(value)} y2={y(value)} className={classes.grid} />
            </g>
          ))}
          {points.map((point, index) => point.tick && (
            <g key={index} aria-hidden>
              <line x1={x(index) - step / 2} x2={x(index) - step / 2} y1={pane.top} y2={pane.top + pane.height} className={classes.grid} />
              {named.has(index) && (
                <text x={x(index) - step / 2 + 2} y={pane.top + pane.height + 16} className={classes.tick}>{point.tick}</text>
              )}
            </g>
          ))}
          <g aria-hidden>
            <path d={bandPath(of('low95'), of('high95'), { ...scale, step })} className={classes.wide} />
            <path d={bandPath(of('low'), of('high'), { ...scale, step })} className={classes.band} />
            <path d={linePath(of('actual'), scale)} className={classes.actual} />
            <path d={linePath(of('again'), scale)} className={classes.again} />
            {points.some(isMoved) && <path d={linePath(of('machine'), scale)} className={classes.machine} />}
            <path d={linePath(of('volume').map((value, index) => drag.at(index) ?? value), scale)} className={classes.volume} />
            {step > 8 && points.map(({ actual, volume }, index) => (
              <g key={index}>
                {actual !== null && <circle cx={x(index)} cy={y(actual)} r={2.5} className={classes.past} />}
                {volume !== null && <circle cx={x(index)} cy={y(drag.at(index) ?? volume)} r={2.5} className={classes.dot} />}
              </g>
            ))}
          </g>
          {withAgents && <Agents points={points} x={x} step={step} top={pane.top + pane.height + pane.gap} />}
          {start >= 0 && <Thumb point={points[current]} x={x(current)} y={y} value={drag.at(current)} editable={onEdit !== undefined} most={top} onKeyDown={drag.onKey} onBlur={drag.onBlur} />}
        </svg>
      </div>
      </div>
    </div>
  );
}

/** Where labels are written: at every tick, or at every second or third where they would run into each other. */
function namedTicks(points: readonly Point[], step: number): ReadonlySet<number> {
  const ticks = points.flatMap((point, index) => (point.tick ? [{ index, width: point.tick.length * 6.5 + 8 }] : []));
  const room = ticks.length > 1 ? (((ticks.at(-1)?.index ?? 0) - (ticks[0]?.index ?? 0)) * step) / (ticks.length - 1) : Infinity;
  const every = Math.max(1, Math.ceil(Math.max(0, ...ticks.map(({ width }) => width)) / room));
  return new Set(ticks.filter((_, order) => order % every === 0).map(({ index }) => index));
}

const mostAgents = (points: readonly Point[]): number => niceSteps(Math.max(1, ...points.map((point) => point.agents ?? 0))).at(-1) ?? 1;

interface AxisProps {
  steps: readonly number[];
  y: (value: number) => number;
  height: number;
  mostAgents: number | undefined;
}

/** The numbers stay in sight while the rest is scrolled. */
function Axis({ steps, y, height, mostAgents: most }: AxisProps) {
  const foot = pane.top + pane.height + pane.gap + 14 + pane.agents;
  const marks = [...steps.map((value) => ({ value, at: y(value) + 4 })), ...(most === undefined ? [] : [{ value: 0, at: foot }, { value: most, at: foot - pane.agents }])];
  return (
    <svg width={pane.axis} height={height} className={classes.axis} aria-hidden>
      {marks.map(({ value, at }) => <text key={at} x={pane.axis - 6} y={at} textAnchor="end" className={classes.tick}>{formatNumber(value)}</text>)}
    </svg>
  );
}

interface AgentsProps {
  points: readonly Point[];
  x: (index: number) => number;
  step: number;
  top: number;
}

function Agents({ points, x, step, top }: AgentsProps) {
  const most = mostAgents(points);
  const high = (agents: number) => (pane.agents * agents) / most;
  return (
    <g aria-hidden>
      <text x={pane.left} y={top + 2} className={classes.caption}>Agents required</text>
      {[0, most].map((value) => (
        <g key={value}>
          <line x1={pane.left} x2={x(points.length - 1) + step / 2} y1={top + 10 + pane.agents - high(value)} y2={top + 10 + pane.agents - high(value)} className={classes.grid} />
        </g>
      ))}
      {points.map(({ agents }, index) => agents !== null && (
        <rect key={index} x={x(index) - step * 0.4} width={step * 0.8} y={top + 10 + pane.agents - high(agents)} height={high(agents)} className={classes.agents} />
      ))}
    </g>
  );
}

interface ThumbProps {
  point: Point | undefined;
  x: number;
  y: (value: number) => number;
  value: number | null;
  editable: boolean;
  most: number;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
}

/** The one point that has the focus: Left and Right go on, Up and Down move it, Enter keeps that. */
function Thumb({ point, x, y, value, editable, most, onKeyDown, onBlur }: ThumbProps) {
  const known = value ?? point?.volume ?? point?.actual ?? null;
  const now = known ?? 0;
  const movable = editable && point?.editable === true;
  return (
    <g
      role="slider"
      tabIndex={0}
      className={classes.thumb}
      data-movable={movable || undefined}
      aria-label={`${point?.label ?? ''}${movable ? '' : ', cannot be moved'}`}
      aria-readonly={!movable || undefined}
      aria-valuemin={0}
      aria-valuemax={Math.max(most, Math.ceil(now))}
      aria-valuenow={Math.round(now)}
      aria-valuetext={known === null ? nothing : `${contacts(known)} contacts`}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <line x1={x} x2={x} y1={pane.top} y2={pane.top + pane.height} className={classes.cursor} />
      <circle cx={x} cy={y(now)} r={14} className={classes.target} />
      <circle cx={x} cy={y(now)} r={5} className={classes.handle} />
    </g>
  );
}
