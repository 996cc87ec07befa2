import { stride } from '../model/rows';
import type { Focus } from '../model/stops';

/** When something of a higher layer first lies over an activity, or it ends: until there it is seen. */
export function coveredFrom(activities: Int32Array, at: number): number {
  const start = activities[at + 2] ?? 0;
  let from = start + (activities[at + 3] ?? 0);
  for (let other = at + stride; other < activities.length; other += stride) {
    const begin = activities[other + 2] ?? 0;
    if ((activities[other + 1] ?? 0) > (activities[at + 1] ?? 0) && begin < from && begin + (activities[other + 3] ?? 0) > start) {
      from = Math.max(start, begin);
    }
  }
  return from;
}

/** An agent's activity that is cut out; a shift with what lies in it. */
export interface Cut extends Pick<Focus, 'day' | 'layer' | 'start'> {
  agent: string;
  minutes: number;
}

/** Whether an activity goes with what is cut. */
export function isOf({ day, layer, start, minutes }: Cut, activities: Int32Array, at: number): boolean {
  const [on, of, from = 0, length = 0] = [activities[at], activities[at + 1], activities[at + 2], activities[at + 3]];
  return on === day && (of === layer ? from === start : layer === 0 && of === 1 && from >= start && from + length <= start + minutes);
}

/** How long the activity is that has this name; none: it is not there. */
export function minutesAt(activities: Int32Array | undefined, { day, layer, start }: Pick<Focus, 'day' | 'layer' | 'start'>): number | undefined {
  for (let at = 0; activities && at < activities.length; at += stride) {
    if (activities[at] === day && activities[at + 1] === layer && activities[at + 2] === start) {
      return activities[at + 3];
    }
  }
  return undefined;
}
