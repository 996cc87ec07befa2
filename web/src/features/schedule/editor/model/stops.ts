import type { UnitClock } from './clock';
import { activitiesOf, type Activity, type Row, type Sheet } from './rows';

/** Where the keyboard is: an activity of an agent or, with layer -1, a day on which there is none. */
export interface Focus {
  row: number;
  day: number;
  layer: number;
  start: number;
}

export const isSame = (one: Focus, other: Focus | undefined): boolean =>
  one.row === other?.row && one.day === other.day && one.layer === other.layer && one.start === other.start;

/** Where something comes to be: on whose row, as part of which day, from when. */
export interface Landing {
  row: Row;
  day: number;
  start: number;
}

export interface Stop {
  day: number;
  activity: Activity | undefined;
  start: number;
}

/** What there is to stop at in a row: each activity in the order of time, and each day without any. */
export function stopsOf(row: Row, clock: UnitClock): Stop[] {
  const all = activitiesOf(row);
  return Array.from({ length: clock.days }, (_, day): Stop[] => {
    const here = all.filter((one) => one.day === day).sort((one, other) => one.start - other.start || one.layer - other.layer);
    return here.length > 0 ? here.map((activity) => ({ day, activity, start: activity.start })) : [{ day, activity: undefined, start: clock.startOf(day) }];
  }).flat();
}

/** The stop that is meant; the nearest of the same day when it has gone. */
export function stopAt(stops: readonly Stop[], focus: Focus): number {
  const distance = ({ day, activity, start }: Stop) =>
    Math.abs(day - focus.day) * 100_000 + Math.abs(start - focus.start) * 2 + ((activity?.layer ?? -1) === focus.layer ? 0 : 1);
  let best = 0;
  stops.forEach((stop, index) => {
    const now = stops[best];
    if (now && distance(stop) < distance(now)) {
      best = index;
    }
  });
  return best;
}

const focusOf = (row: number, { day, activity, start }: Stop): Focus => ({ row, day, layer: activity?.layer ?? -1, start });

/** How far the arrows go: rows, activities or days. */
export interface Way {
  rows?: number;
  stops?: number;
  days?: number;
  edge?: 'first' | 'last';
}

/** Where a key leads. */
export function moved({ rows, clock }: Sheet, focus: Focus, way: Way): Focus {
  const place = Math.max(0, Math.min(rows.length - 1, focus.row + (way.rows ?? 0)));
  const row = rows[place];
  if (!row) {
    return focus;
  }
  const stops = stopsOf(row, clock);
  const here = stopAt(stops, focus);
  const day = Math.max(0, Math.min(clock.days - 1, focus.day + (way.days ?? 0)));
  const next = way.days ? stops.findIndex((stop) => stop.day === day)
    : way.edge ? (way.edge === 'first' ? 0 : stops.length - 1)
    : Math.max(0, Math.min(stops.length - 1, here + (way.stops ?? 0)));
  const stop = stops[next];
  return stop ? focusOf(place, stop) : focus;
}

export function focused({ rows, clock }: Sheet, focus: Focus): { row: Row; stops: Stop[]; index: number; stop: Stop } | undefined {
  const row = rows[focus.row];
  if (!row) {
    return undefined;
  }
  const stops = stopsOf(row, clock);
  const index = stopAt(stops, focus);
  const stop = stops[index];
  return stop && { row, stops, index, stop };
}
