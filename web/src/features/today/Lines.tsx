import { useElementSize } from '@mantine/hooks';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { formatNumber } from '@/lib/format';
import { bandPath, linePath, niceSteps } from '@/lib/shape';
import classes from './Lines.module.css';

type Values = readonly (number | null)[];

export interface Line {
  name: string;
  kind: 'planned' | 'actual' | 'again' | 'required' | 'scheduled' | 'there';
  values: Values;
}

interface LinesProps {
  /** What the chart shows, with its unit. */
  label: string;
  /** The times below the axis, one for each place. */
  times: readonly string[];
  lines: readonly Line[];
  band?: { name: string; low: Values; high: Values };
  /** The place that it is now. */
  now: number;
  height: number;
}

const pane = { axis: 44, right: 8, top: 10, foot: 20 };
const tickRoom = 46;

/** Some lines over the hours of a day. Left and Right, or a pointer, read one place after the other. */
export function Lines({ label, times, lines, band, now, height }: LinesProps) {
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const width = measured || 700;
  const step = (width - pane.axis - pane.right) / Math.max(times.length, 1);
  const numbers = [...lines.flatMap(({ values }) => values), ...(band?.high ?? [])].map((value) => value ?? 0);
  const steps = niceSteps(Math.max(1, ...numbers));
  const top = steps.at(-1) ?? 1;
  const x = (index: number) => pane.axis + (index + 0.5) * step;
  const y = (value: number) => pane.top + height * (1 - value / top);
  const [chosen, setChosen] = useState<number>();
  const current = Math.min(chosen ?? (now >= 0 ? now : 0), times.length - 1);
  const go = (index: number) => setChosen(Math.max(0, Math.min(times.length - 1, index)));
  const there = lines.map(({ name, values }) => ({ name, value: values[current] ?? null })).filter(({ value }) => value !== null);
  const readout = there.map(({ name, value }) => `${name.toLowerCase()} ${formatNumber(value ?? 0)}`).join(' · ') || 'nothing known';
  const steer = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -times.length, End: times.length }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      go(current + by);
    }
  };
  const point = (event: PointerEvent<SVGSVGElement>) =>
    go(Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - pane.axis) / step));
  return (
    <section aria-label={label} className={classes.lines}>
      <h2 className={classes.title}>{label}</h2>
      <p className={classes.readout}><strong>{times[current]}</strong> {readout}</p>
      <div ref={ref}>
        <svg width={width} height={pane.top + height + pane.foot} className={classes.chart} role="group" aria-label={`${label}, chart`} onPointerMove={point} onPointerLeave={() => setChosen(undefined)}>
          <Ground steps={steps} times={times} x={x} y={y} width={width} step={step} height={height} />
          {now >= 0 && <line x1={x(now)} x2={x(now)} y1={pane.top} y2={pane.top + height} className={classes.now} aria-hidden />}
          <g aria-hidden>
            {band && <path d={bandPath(band.low, band.high, { x, y, step })} className={classes.band} />}
            {lines.map(({ kind, name, values }) => <path key={name} d={linePath(values, { x, y })} className={classes[kind]} />)}
          </g>
          <g
            role="slider"
            tabIndex={0}
            className={classes.cursor}
            aria-label={`${label} at`}
            aria-valuemin={0}
            aria-valuemax={times.length - 1}
            aria-valuenow={current}
            aria-valuetext={`${times[current]}: ${readout}`}
            onKeyDown={steer}
          >
            <line x1={x(current)} x2={x(current)} y1={pane.top} y2={pane.top + height} />
            {there.map(({ name, value }) => <circle key={name} cx={x(current)} cy={y(value ?? 0)} r={3.5} />)}
          </g>
        </svg>
      </div>
      <Legend lines={lines} band={band?.name} />
    </section>
  );
}

interface GroundProps {
  steps: readonly number[];
  times: readonly string[];
  x: (index: number) => number;
  y: (value: number) => number;
  width: number;
  step: number;
  height: number;
}

function Ground({ steps, times, x, y, width, step, height }: GroundProps) {
  const hours = times.flatMap((time, index) => (time.endsWith(':00') ? [index] : []));
  const every = Math.max(1, Math.ceil((hours.length * tickRoom) / (width - pane.axis)));
  return (
    <g aria-hidden>
      {steps.map((value) => (
        <g key={value}>
          <line x1={pane.axis} x2={width - pane.right} y1={y(value)} y2={y(value)} className={classes.grid} />
          <text x={pane.axis - 6} y={y(value) + 4} textAnchor="end" className={classes.tick}>{formatNumber(value)}</text>
        </g>
      ))}
      {hours.filter((_, order) => order % every === 0).map((index) => (
        <text key={index} x={x(index) - step / 2} y={pane.top + height + 15} textAnchor="middle" className={classes.tick}>{times[index]}</text>
      ))}
    </g>
  );
}

function Legend({ lines, band }: { lines: readonly Line[]; band: string | undefined }) {
  return (
    <ul className={classes.legend} aria-label="Legend">
      {lines.map(({ name, kind }) => (
        <li key={name}><svg width={22} height={12} aria-hidden><line x1={0} x2={22} y1={6} y2={6} className={classes[kind]} /></svg>{name}</li>
      ))}
      {band && <li><svg width={22} height={12} aria-hidden><rect x={1} y={1} width={20} height={10} className={classes.band} /></svg>{band}</li>}
    </ul>
  );
}
