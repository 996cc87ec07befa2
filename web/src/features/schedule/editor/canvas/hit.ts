import type { UnitClock } from '../model/clock';
import { activitiesOf, type Activity, type Sheet } from '../model/rows';
import type { Focus } from '../model/stops';
import type { Place } from './place';

/** What a pointer is on. */
export interface Hit {
  focus: Focus;
  activity: Activity | undefined;
  /** Its edges on the canvas. */
  left: number;
  right: number;
}

/** The highest activity under a point, or the day. */
export function activityAt({ rows, clock }: Sheet, place: Place, x: number, y: number): Hit | undefined {
  const index = place.rowAt(y);
  const row = rows[index];
  if (!row) {
    return undefined;
  }
  const minute = x < place.names ? clock.startOf(clock.dayAt(Math.max(0, place.minuteAt(place.names)))) : place.minuteAt(x);
  const activity = x < place.names ? undefined : activitiesOf(row).filter(({ start, minutes }) => start <= minute && minute < start + minutes).at(-1);
  if (activity) {
    const { day, layer, start, minutes } = activity;
    return { focus: { row: index, day, layer, start }, activity, left: place.x(start), right: place.x(start + minutes) };
  }
  const day = Math.max(0, Math.min(clock.days - 1, clock.dayAt(Math.floor(minute))));
  return { focus: { row: index, day, layer: -1, start: minute }, activity: undefined, left: x, right: x };
}

/** Where an activity comes to be that is dragged: its moved edge lies on the unit's interval. */
export function snapped(
  clock: UnitClock, { start, minutes }: Activity, grip: 'move' | 'start' | 'end', { by, interval }: { by: number; interval: number },
): { start: number; minutes: number } {
  const onGrid = (minute: number) => {
    const clockTime = clock.clockAt(Math.round(minute));
    return Math.round(minute) + Math.round(clockTime / interval) * interval - clockTime;
  };
  const end = start + minutes;
  if (grip === 'move') {
    return { start: onGrid(start + by), minutes };
  }
  if (grip === 'end') {
    return { start, minutes: Math.max(interval, onGrid(end + by) - start) };
  }
  const to = Math.min(end - interval, onGrid(start + by));
  return { start: to, minutes: end - to };
}
