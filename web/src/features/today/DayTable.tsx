import type { IntradayInterval } from '@/api/types';
import classes from './Today.module.css';
import { clockAt, count, people, percent, signed, unknown } from './words';

interface DayTableProps {
  intervals: readonly IntradayInterval[];
  zone: string;
  now: number;
}

type Of = (interval: IntradayInterval) => number | null | undefined;

interface Measure {
  name: string;
  rows: readonly { name: string; of: Of; write: (value: number | null | undefined) => string }[];
  variance: Of;
  write: (value: number | null | undefined) => string;
  /** What is less than planned is bad, or what is more. */
  bad: 'less' | 'more';
}

const measures: readonly Measure[] = [
  {
    name: 'Contacts', variance: ({ variance }) => variance.offered, write: count, bad: 'more',
    rows: [
      { name: 'forecast', of: ({ forecast }) => forecast?.offered, write: count },
      { name: 'came', of: ({ actual }) => actual?.offered, write: count },
      { name: 'again', of: ({ reforecast }) => reforecast?.offered, write: count },
    ],
  },
  {
    name: 'Handle time, s', variance: ({ variance }) => variance.handle_seconds, write: count, bad: 'more',
    rows: [
      { name: 'forecast', of: ({ forecast }) => forecast?.handle_seconds, write: count },
      { name: 'was', of: ({ actual }) => actual?.handle_seconds, write: count },
      { name: 'again', of: ({ reforecast }) => reforecast?.handle_seconds, write: count },
    ],
  },
  {
    name: 'Service level', variance: ({ variance }) => variance.service_level, write: percent, bad: 'less',
    rows: [
      { name: 'planned', of: ({ forecast }) => forecast?.service_level, write: percent },
      { name: 'was', of: ({ actual }) => actual?.service_level, write: percent },
      { name: 'predicted', of: ({ reforecast }) => reforecast?.service_level, write: percent },
    ],
  },
  {
    name: 'Agents', variance: ({ variance }) => variance.on_queue, write: people, bad: 'less',
    rows: [
      { name: 'required', of: ({ required }) => required, write: people },
      { name: 'again', of: ({ required_again: again }) => again, write: people },
      { name: 'scheduled', of: ({ scheduled }) => scheduled, write: people },
      { name: 'on queue', of: ({ on_queue: there }) => there, write: people },
    ],
  },
];

/** A day is wider than most screens: the present comes first into sight, and no column is cut by the names before it. */
const toPresent = (region: HTMLElement | null) => {
  const present = region?.querySelector<HTMLElement>('th[aria-current]');
  if (region && present) {
    const [names, ...columns] = region.querySelectorAll<HTMLElement>('thead th');
    const middle = present.offsetLeft - region.clientWidth / 2;
    const named = names?.offsetWidth ?? 0;
    region.scrollLeft = (columns.findLast(({ offsetLeft }) => offsetLeft - named <= middle)?.offsetLeft ?? named) - named;
  }
};

/** The day by interval, one column for each: what was planned, what was, what will be, and the variance between. */
export function DayTable({ intervals, zone, now }: DayTableProps) {
  return (
    <div ref={toPresent} className={classes.scroll} role="region" aria-label="The day by interval" tabIndex={0}>
      <table className={classes.table} aria-label="The day by interval">
        <thead>
          <tr>
            <th scope="col" colSpan={2}>From</th>
            {intervals.map(({ start }, index) => (
              <th key={start} scope="col" aria-current={index === now ? 'time' : undefined}>{clockAt(start, zone)}</th>
            ))}
          </tr>
        </thead>
        {measures.map((measure) => <Group key={measure.name} measure={measure} intervals={intervals} now={now} />)}
      </table>
    </div>
  );
}

function Group({ measure, intervals, now }: { measure: Measure; intervals: readonly IntradayInterval[]; now: number }) {
  return (
    <tbody>
      {measure.rows.map(({ name, of, write }, index) => (
        <tr key={name}>
          {index === 0 && <th scope="rowgroup" rowSpan={measure.rows.length + 1} className={classes.measure}>{measure.name}</th>}
          <th scope="row">{name}</th>
          {intervals.map((interval, at) => <td key={interval.start} data-now={at === now || undefined}>{write(of(interval))}</td>)}
        </tr>
      ))}
      <tr className={classes.variance}>
        <th scope="row">variance</th>
        {intervals.map((interval, at) => <Variance key={interval.start} measure={measure} interval={interval} isNow={at === now} />)}
      </tr>
    </tbody>
  );
}

function Variance({ measure, interval, isNow }: { measure: Measure; interval: IntradayInterval; isNow: boolean }) {
  const value = measure.variance(interval);
  const text = signed(value, measure.write);
  const isOff = text !== unknown && /^[+−]/.test(text);
  const isBad = isOff && (measure.bad === 'less') === ((value ?? 0) < 0);
  return <td data-now={isNow || undefined} data-off={isOff ? (isBad ? 'bad' : 'good') : undefined}>{text}</td>;
}
