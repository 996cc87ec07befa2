import type { ForecastDay, ForecastPart, HistoryDays, Intraday, Requirement, Weekday } from '@/api/types';
import { addDays, clockOf, fullDate, namedDate, shortDate, weekdayOf, weekOf } from '@/lib/dates';

/** Where a point lies: a whole day, or one of its intervals by its minutes since midnight. */
export interface When {
  date: string;
  minute?: number;
}

/** What is drawn at one place of the axis of time; null where there is nothing to draw. */
export interface Point {
  when: When;
  label: string;
  /** Written below the axis, with a line through the chart. */
  tick?: string;
  /** No line comes here from the point before: a night lies between. */
  begins?: boolean;
  actual: number | null;
  volume: number | null;
  machine: number | null;
  /** Of the 80 % range. */
  low: number | null;
  high: number | null;
  /** Of the 95 % range, which days have. */
  low95: number | null;
  high95: number | null;
  /** Forecast again from what came so far. */
  again: number | null;
  agents: number | null;
  editable: boolean;
}

type Numbers = readonly (number | null)[];

/** As many intervals as really happen: none in the hour that spring skips, twice in the one that autumn repeats. */
export const dayTotal = (day: Pick<ForecastDay, 'occurrences'>, values: readonly number[]): number =>
  values.reduce((sum, value, slot) => sum + value * (day.occurrences[slot] ?? 1), 0);

export const isOpen = (day: ForecastDay): boolean => day.open.some(Boolean);

/** The weeks that have an open day, by their first days. */
export const openWeeks = (days: readonly ForecastDay[], weekStart: Weekday): string[] =>
  [...new Set(days.filter(isOpen).map(({ date }) => weekOf(date, weekStart)))];

const most = (values: Numbers | undefined): number | null => {
  const known = (values ?? []).filter((value) => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
};

export interface Series {
  part: ForecastPart;
  history: HistoryDays | undefined;
  requirement: Requirement | undefined;
  /** The day that is looked at, as far as it has begun. */
  intraday?: Intraday;
}

const historyOf = (history: HistoryDays | undefined) => new Map((history?.days ?? []).map((day) => [day.date, day]));

/** What came in an interval. Shorter intervals of the history are added up; longer ones do not tell. */
function cameIn(day: HistoryDays['days'][number] | undefined, length: number, minute: number, minutes: number): number | null {
  if (!day || minutes % length !== 0) {
    return null;
  }
  const known = day.volumes.slice(minute / length, (minute + minutes) / length).filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
}

const agentsOf = (requirement: Requirement | undefined) => new Map((requirement?.days ?? []).map((day) => [day.date, day.agents]));

/** Days with their totals: the last ones of the history, then the forecast. */
export function dayPoints({ part, history, requirement }: Series, from: string): Point[] {
  const known = historyOf(history);
  const agents = agentsOf(requirement);
  const days = new Map(part.days.map((day) => [day.date, day]));
  const last = part.days.at(-1)?.date ?? from;
  const points: Point[] = [];
  for (let date = from; date <= last; date = addDays(date, 1)) {
    const day = days.get(date);
    const open = day !== undefined && isOpen(day);
    const past = known.get(date);
    points.push({
      when: { date },
      label: fullDate(date),
      tick: weekdayOf(date) === 'monday' ? shortDate(date) : undefined,
      actual: past?.volumes.some((value) => value !== null) ? past.offered : null,
      volume: open ? dayTotal(day, day.volumes) : null,
      machine: open ? dayTotal(day, day.machine) : null,
      // Of the day as a whole: the ranges of its intervals do not add up to it.
      low: open ? day.total.low : null,
      high: open ? day.total.high : null,
      low95: open ? day.total.low95 : null,
      high95: open ? day.total.high95 : null,
      again: null,
      agents: most(agents.get(date)),
      editable: open,
    });
  }
  return points;
}

/** The intervals in which any of the days is open, so that nights take no room. */
export function openSlots(days: readonly ForecastDay[]): number[] {
  const slots = days[0]?.open.map((_, slot) => slot) ?? [];
  const open = slots.filter((slot) => days.some((day) => day.open[slot]));
  return slots.filter((slot) => slot >= (open[0] ?? 0) && slot <= (open.at(-1) ?? -1));
}

/** The intervals of some days. */
export function intervalPoints({ part, history, requirement, intraday }: Series, dates: readonly string[]): Point[] {
  const known = historyOf(history);
  const agents = agentsOf(requirement);
  const days = part.days.filter((day) => dates.includes(day.date) && isOpen(day));
  const slots = openSlots(days);
  return days.flatMap((day) => slots.map((slot): Point => {
    const minute = slot * part.minutes;
    const open = day.open[slot] ?? false;
    const at = (values: readonly number[]) => (open ? (values[slot] ?? null) : null);
    const rest = intraday?.date === day.date ? intraday : undefined;
    const again = rest?.rest[slot] ?? null;
    const begins = days.length > 1 ? slot === slots[0] : minute % 120 === 0;
    return {
      when: { date: day.date, minute },
      label: `${namedDate(day.date)}, ${clockOf(minute)}`,
      begins: slot === slots[0],
      tick: begins ? (days.length > 1 ? namedDate(day.date) : clockOf(minute)) : undefined,
      actual: cameIn(known.get(day.date), history?.minutes ?? part.minutes, minute, part.minutes),
      volume: at(day.volumes),
      machine: at(day.machine),
      low: again === null ? at(day.low) : (rest?.low[slot] ?? null),
      high: again === null ? at(day.high) : (rest?.high[slot] ?? null),
      low95: null,
      high95: null,
      again,
      agents: agents.get(day.date)?.[slot] ?? null,
      editable: open,
    };
  }));
}

const shown = 0.005;
/** Whether people's layers move it. */
export const isMoved = ({ volume, machine }: Pick<Point, 'volume' | 'machine'>): boolean => Math.abs((volume ?? 0) - (machine ?? 0)) > shown;
