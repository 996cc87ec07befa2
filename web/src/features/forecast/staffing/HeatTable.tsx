import type { CSSProperties } from 'react';
import type { Requirement } from '@/api/types';
import { formatNumber } from '@/lib/format';
import { clockOf, namedDate } from '@/lib/dates';
import chart from '../chart/Chart.module.css';
import classes from '../Forecast.module.css';
import numbers from '../Numbers.module.css';
import { percent, signed } from '../percent';
import { useWalk } from '../useWalk';

interface HeatTableProps {
  label: string;
  requirement: Requirement;
  dates: readonly string[];
  /** What it is compared with; then the differences are shown. */
  against?: Requirement;
}

/** In percent; paler below differences, whose colours must be read. */
const strongest = { alone: 42, compared: 12 };

type Day = Requirement['days'][number];

/** What is known of a cell, with how many more it takes than what it is compared with. */
function wordsOf(day: Day, slot: number, more: number): string {
  const agents = day.agents[slot] ?? null;
  const answer = day.answer_seconds[slot] ?? null;
  return agents === null ? 'closed' : [
    `${formatNumber(agents)}${more === 0 ? '' : ` ${signed(more)}`} agents`, `service level ${percent(day.service_level[slot])}`, `occupancy ${percent(day.occupancy[slot])}`,
    ...(answer === null ? [] : [`answered after ${formatNumber(answer)} s`]),
  ].join(' · ');
}

/** Agents by interval, day beside day; the more, the stronger. The cell that is walked or pointed to says more. */
export function HeatTable({ label, requirement, dates, against }: HeatTableProps) {
  const days = requirement.days.filter((day) => dates.includes(day.date) && day.agents.some((agents) => agents !== null));
  const others = new Map(against?.days.map((day) => [day.date, day.agents]));
  const moreOf = (day: Day, slot: number) => {
    const agents = day.agents[slot] ?? null;
    return agents === null || !against ? 0 : agents - (others.get(day.date)?.[slot] ?? 0);
  };
  const slots = days[0]?.agents.map((_, slot) => slot) ?? [];
  const open = slots.filter((slot) => days.some((day) => day.agents[slot] !== null));
  const { tableRef, entry, setActive, walk, at } = useWalk(open.map(() => days.length));
  const timeOf = (slot: number) => clockOf(slot * requirement.minutes);
  const chosen = { day: days[entry.column], slot: open[entry.row] };
  const most = Math.max(1, ...days.flatMap((day) => day.agents.map((agents) => agents ?? 0)));
  return (
    <>
    <p className={chart.readout}>
      {chosen.day && chosen.slot !== undefined && (
        <><strong>{namedDate(chosen.day.date)}, {timeOf(chosen.slot)}</strong> {wordsOf(chosen.day, chosen.slot, moreOf(chosen.day, chosen.slot))}</>
      )}
    </p>
    <div className={numbers.scroll} role="region" aria-label={`${label}, table`} tabIndex={0}>
      <table ref={tableRef} role="grid" className={`${numbers.table} ${classes.heat}`} aria-label={label}>
        <thead>
          <tr><th scope="col">From</th>{days.map(({ date }) => <th key={date} scope="col">{namedDate(date)}</th>)}</tr>
        </thead>
        <tbody>
          {open.map((slot, row) => (
            <tr key={slot}>
              <th scope="row">{timeOf(slot)}</th>
              {days.map((day, column) => {
                const agents = day.agents[slot] ?? null;
                const more = moreOf(day, slot);
                return (
                  <td
                    key={day.date}
                    role="gridcell"
                    aria-label={`${namedDate(day.date)}, ${timeOf(slot)}: ${wordsOf(day, slot, more)}`}
                    {...at({ row, column })}
                    onMouseEnter={() => setActive({ row, column })}
                    onKeyDown={(event) => walk(event, { row, column })}
                    style={{ '--heat': `${((agents ?? 0) / most) * (against ? strongest.compared : strongest.alone)}%` } as CSSProperties}
                  >
                    {agents === null ? '–' : formatNumber(agents)}
                    <Difference of={more} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    </>
  );
}

/** More people is the bad news, fewer the good; the sign says it too. */
export function Difference({ of }: { of: number }) {
  return of === 0 ? null : <small className={of > 0 ? classes.positive : classes.negative}> {signed(of)}</small>;
}
