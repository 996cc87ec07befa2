import type { CSSProperties } from 'react';
import type { Requirement } from '@/api/types';
import { formatNumber } from '@/lib/format';
import { clockOf, namedDate } from '@/lib/dates';
import classes from '../Forecast.module.css';
import numbers from '../Numbers.module.css';
import { percent, signed } from '../percent';

interface HeatTableProps {
  label: string;
  requirement: Requirement;
  dates: readonly string[];
  /** What it is compared with; then the differences are shown. */
  against?: Requirement;
}

/** In percent; paler below differences, whose colours must be read. */
const strongest = { alone: 42, compared: 12 };

/** Agents by interval, day beside day; the more, the stronger. */
export function HeatTable({ label, requirement, dates, against }: HeatTableProps) {
  const days = requirement.days.filter((day) => dates.includes(day.date) && day.agents.some((agents) => agents !== null));
  const others = new Map(against?.days.map((day) => [day.date, day.agents]));
  const slots = days[0]?.agents.map((_, slot) => slot) ?? [];
  const open = slots.filter((slot) => days.some((day) => day.agents[slot] !== null));
  const most = Math.max(1, ...days.flatMap((day) => day.agents.map((agents) => agents ?? 0)));
  return (
    <div className={numbers.scroll} role="region" aria-label={`${label}, table`} tabIndex={0}>
      <table className={`${numbers.table} ${classes.heat}`} aria-label={label}>
        <thead>
          <tr><th scope="col">From</th>{days.map(({ date }) => <th key={date} scope="col">{namedDate(date)}</th>)}</tr>
        </thead>
        <tbody>
          {open.map((slot) => (
            <tr key={slot}>
              <th scope="row">{clockOf(slot * requirement.minutes)}</th>
              {days.map((day) => {
                const agents = day.agents[slot] ?? null;
                const other = others.get(day.date)?.[slot];
                const reached = `Service level ${percent(day.service_level[slot])}, occupancy ${percent(day.occupancy[slot])}`;
                return (
                  <td key={day.date} title={agents === null ? undefined : reached} style={{ '--heat': `${((agents ?? 0) / most) * (against ? strongest.compared : strongest.alone)}%` } as CSSProperties}>
                    {agents === null ? '–' : formatNumber(agents)}
                    {agents !== null && against && <Difference of={agents - (other ?? 0)} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** More people is the bad news, fewer the good; the sign says it too. */
export function Difference({ of }: { of: number }) {
  return of === 0 ? null : <small className={of > 0 ? classes.positive : classes.negative}> {signed(of)}</small>;
}
