import { useState } from 'react';
import { namedDate, shortDate } from '@/lib/dates';
import { formatNumber } from '@/lib/format';
import classes from './History.module.css';
import type { Bar } from './rows';

const height = 84;
const percentOf = ({ seconds: { adherence_percent: percent } }: Bar): string => (percent === null ? 'nothing judged' : `${formatNumber(percent)} %`);
const words = (bar: Bar): string => `${bar.isWeek ? `Week of ${shortDate(bar.day)}` : namedDate(bar.day)}: ${percentOf(bar)}`;

/** One day, or many alike, are no span. */
const spanOf = (lowest: Bar, highest: Bar): string =>
  (percentOf(lowest) === percentOf(highest) ? percentOf(lowest) : `${percentOf(lowest)} to ${percentOf(highest)}`);

/** Adherence by day, as bars from the axis. A pointer reads one; the table by days has the same in numbers. */
export function DayBars({ bars }: { bars: readonly Bar[] }) {
  const [at, setAt] = useState<number>();
  const bar = at === undefined ? undefined : bars[at];
  const by = bars[0]?.isWeek ? 'week' : 'day';
  const [lowest, highest] = ends(bars);
  return (
    <div className={classes.chart} role="img" aria-label={`Adherence by ${by}. ${lowest && highest ? `Lowest ${words(lowest)}; highest ${words(highest)}.` : 'Nothing is judged.'}`}>
      <div className={classes.caption} aria-hidden>
        <strong>Adherence by {by}, %</strong> <span>{bar ? words(bar) : lowest && highest ? spanOf(lowest, highest) : 'nothing judged'}</span>
      </div>
      <div className={classes.bars} style={{ height }} onPointerLeave={() => setAt(undefined)}>
        {bars.map((one, index) => (
          <span key={one.day} className={classes.column} onPointerEnter={() => setAt(index)}>
            <span style={{ height: `${one.seconds.adherence_percent ?? 0}%` }} data-low={(one.seconds.adherence_percent ?? 100) < 80 || undefined} />
          </span>
        ))}
      </div>
      <div className={classes.axis} aria-hidden><span>{bars[0] && shortDate(bars[0].day)}</span><span>{bars.length > 1 && shortDate(bars.at(-1)?.day ?? '')}</span></div>
    </div>
  );
}

/** The lowest and the highest bar of which something is known. */
function ends(bars: readonly Bar[]): [Bar?, Bar?] {
  const known = bars.filter(({ seconds }) => seconds.adherence_percent !== null)
    .sort((a, b) => (a.seconds.adherence_percent ?? 0) - (b.seconds.adherence_percent ?? 0));
  return [known[0], known.at(-1)];
}
