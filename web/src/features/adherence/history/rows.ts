import type { HistoryBy } from '@/api/adherenceHistory';
import type { AdherenceHistoryRow as Row, AdherenceSeconds } from '@/api/types';
import { namedDate, weekOf } from '@/lib/dates';

type Counter = 'scheduled' | 'in' | 'out' | 'explained' | 'unknown' | 'ignored' | 'unscheduled' | 'scheduled_on_queue' | 'scheduled_work' | 'work';
const counters: readonly Counter[] = ['scheduled', 'in', 'out', 'explained', 'unknown', 'ignored', 'unscheduled', 'scheduled_on_queue', 'scheduled_work', 'work'];

/** Seconds of many rows: percentages are those of the sums, never means of percentages. */
export function sumOf(all: readonly AdherenceSeconds[]): AdherenceSeconds {
  const sum = (of: Counter) => all.reduce((total, row) => total + row[of], 0);
  const seconds = Object.fromEntries(counters.map((of) => [of, sum(of)])) as Record<Counter, number>;
  const judged = seconds.in + seconds.explained + seconds.out;
  return {
    ...seconds,
    adherence_percent: judged > 0 ? (100 * (seconds.in + seconds.explained)) / judged : null,
    conformance_percent: seconds.scheduled_work > 0 ? (100 * seconds.work) / seconds.scheduled_work : null,
  };
}

export interface Bar {
  /** The day, or the first day of the week. */
  day: string;
  isWeek: boolean;
  seconds: AdherenceSeconds;
}

const mostBars = 92;

/** The rows of days as bars; of many days one for each week. */
export function barsOf(days: readonly Row[]): Bar[] {
  const isWeek = days.length > mostBars;
  const groups = new Map<string, AdherenceSeconds[]>();
  for (const { day, totals } of days) {
    const key = isWeek ? weekOf(day ?? '', 'monday') : day ?? '';
    groups.set(key, [...(groups.get(key) ?? []), totals]);
  }
  return [...groups].map(([day, all]) => ({ day, isWeek, seconds: sumOf(all) }));
}

/** Hours and minutes: "1,234:05". */
export function formatHours(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60).toLocaleString('en-GB')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** What a row is called. */
export function nameOf(row: Row, by: HistoryBy): string {
  switch (by) {
    case 'agent':
    case 'agent_day':
      return row.agent ?? '';
    case 'team':
      return row.team ?? 'No team';
    case 'unit':
      return row.unit ?? '';
    case 'day':
      return namedDate(row.day ?? '');
  }
}

export const keyOf = (row: Row): string => `${row.day ?? ''} ${row.agent_id ?? ''} ${row.team_id ?? ''} ${row.unit_id ?? ''}`;

/** What rows can be sorted by. */
export type SortBy = 'name' | 'day' | 'adherence_percent' | 'conformance_percent' | 'scheduled' | 'in' | 'out' | 'explained' | 'unknown' | 'unscheduled';

export interface Sort {
  by: SortBy;
  isDown: boolean;
}

export const readSort = (text: string | undefined): Sort | undefined =>
  (text ? { by: text.replace(/^-/, '') as SortBy, isDown: text.startsWith('-') } : undefined);
export const writeSort = ({ by, isDown }: Sort): string => `${isDown ? '-' : ''}${by}`;

const names = new Intl.Collator('en');

/** The rows in an order; where nothing is known at the end. Without one they stay as the server has them: by day, by name. */
export function sorted(rows: readonly Row[], by: HistoryBy, sort: Sort | undefined): readonly Row[] {
  if (!sort) {
    return rows;
  }
  const turn = sort.isDown ? -1 : 1;
  if (sort.by === 'name' || sort.by === 'day') {
    const textOf = (row: Row) => (sort.by === 'day' || by === 'day' ? row.day ?? '' : nameOf(row, by));
    return [...rows].sort((a, b) => turn * names.compare(textOf(a), textOf(b)));
  }
  const column = sort.by;
  return [...rows].sort((a, b) => {
    const [left, right] = [a.totals[column] ?? null, b.totals[column] ?? null];
    return left === null || right === null ? Number(left === null) - Number(right === null) : turn * (left - right);
  });
}
