import type { Requirement } from '@/api/types';
import { daysBetween } from '@/lib/dates';
import type { UnitClock } from '../model/clock';
import { stride, type Codes, type Sheet } from '../model/rows';

/** Per interval of the days that are looked at: people required (none known: NaN) and people on queue. */
export interface Cover {
  minutes: number;
  required: Float64Array;
  scheduled: Float64Array;
}

/** How many are on queue in each interval: what lies over a shift takes people away from it. */
export function scheduledOf({ rows, clock }: Sheet, codes: Codes, minutes: number, isCounted: (agent: string) => boolean): Float64Array {
  const count = Math.ceil(clock.end / minutes);
  // Changes of the number of people by the minute; summed up they say who is there.
  const changes = new Int32Array(clock.end + 1);
  const isOnQueue = codes.all.map(({ category }) => category === 'on_queue');
  const note = (from: number, to: number, by: number) => {
    const [begin, end] = [Math.max(0, from), Math.min(clock.end, to)];
    if (begin < end) {
      changes[begin] = (changes[begin] ?? 0) + by;
      changes[end] = (changes[end] ?? 0) - by;
    }
  };
  for (const row of rows) {
    if (isCounted(row.id)) {
      seen(row.activities, (code) => isOnQueue[code] ?? false, note);
    }
  }
  const found = new Float64Array(count);
  for (let minute = 0, people = 0; minute < clock.end; minute++) {
    people += changes[minute] ?? 0;
    const slot = Math.floor(minute / minutes);
    found[slot] = (found[slot] ?? 0) + people / Math.min(minutes, clock.end - slot * minutes);
  }
  return found;
}

/** Tells the stretches of a row in which what is on top is on queue. */
function seen(numbers: Int32Array, isOnQueue: (code: number) => boolean, note: (from: number, to: number, by: number) => void): void {
  for (let at = 0; at < numbers.length; at += stride) {
    const [layer, start = 0, code = -1] = [numbers[at + 1] ?? 0, numbers[at + 2], numbers[at + 4]];
    if (isOnQueue(code)) {
      uncovered(numbers, layer, [start, start + (numbers[at + 3] ?? 0)], note);
    }
  }
}

function uncovered(numbers: Int32Array, layer: number, [from, to]: [number, number], note: (from: number, to: number, by: number) => void): void {
  const over: [number, number][] = [];
  for (let at = 0; at < numbers.length; at += stride) {
    const [start = 0, minutes = 0] = [numbers[at + 2], numbers[at + 3]];
    if ((numbers[at + 1] ?? 0) > layer && start < to && start + minutes > from) {
      over.push([start, start + minutes]);
    }
  }
  let begin = from;
  for (const [start, end] of over.sort(([one], [other]) => one - other)) {
    note(begin, Math.min(to, start), 1);
    begin = Math.max(begin, end);
  }
  note(begin, to, 1);
}

/** On which intervals some requirements are drawn together: the shortest that one of them has. */
export const minutesOf = (requirements: readonly Requirement[], usual: number): number =>
  requirements.reduce((least, { minutes }) => Math.min(least, minutes), requirements[0]?.minutes ?? usual);

/** The requirement of some planning groups together, on the intervals of the sheet: longer ones hold in each of theirs. */
export function requiredOf(clock: UnitClock, requirements: readonly Requirement[], minutes: number): Float64Array {
  const found = new Float64Array(Math.ceil(clock.end / minutes)).fill(Number.NaN);
  const add = (from: number, to: number, people: number) => {
    for (let slot = Math.floor(from / minutes); slot * minutes < to && slot < found.length; slot++) {
      const part = (Math.min(to, (slot + 1) * minutes) - Math.max(from, slot * minutes)) / minutes;
      found[slot] = (Number.isNaN(found[slot]) ? 0 : found[slot] ?? 0) + people * part;
    }
  };
  for (const requirement of requirements) {
    for (const { date, scheduled } of requirement.days) {
      const day = daysBetween(clock.from, date);
      if (day < 0 || day >= clock.days) {
        continue;
      }
      const isElapsed = scheduled.length * requirement.minutes === clock.lengthOf(day);
      scheduled.forEach((people, index) => {
        const at = isElapsed ? clock.startOf(day) + index * requirement.minutes : clock.minuteOf(day, index * requirement.minutes);
        add(at, at + requirement.minutes, people ?? 0);
      });
    }
  }
  return found;
}

/** In hours: required, scheduled, and both ways of not meeting it. */
export function sumsOf({ minutes, required, scheduled }: Cover) {
  const sums = { required: 0, scheduled: 0, missing: 0, over: 0 };
  scheduled.forEach((people, slot) => {
    const needed = required[slot] ?? Number.NaN;
    sums.scheduled += people;
    if (!Number.isNaN(needed)) {
      sums.required += needed;
      sums.missing += Math.max(0, needed - people);
      sums.over += Math.max(0, people - needed);
    }
  });
  const hours = (value: number) => (value * minutes) / 60;
  return { required: hours(sums.required), scheduled: hours(sums.scheduled), missing: hours(sums.missing), over: hours(sums.over) };
}
