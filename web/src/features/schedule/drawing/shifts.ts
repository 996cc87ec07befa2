import type { BuiltSchedule } from '@/api/types';
import { clockOf } from '@/lib/dates';

export type BuiltAgent = BuiltSchedule['agents'][number];

export interface Piece {
  /** Minutes from the midnight of the first day. */
  start: number;
  minutes: number;
  activity: BuiltSchedule['activities'][number];
}

const dayMinutes = 1_440;

/** How long a day is: 23 or 25 hours where clocks are moved. */
export const minutesOf = ({ clock_changes }: BuiltSchedule, day: number): number =>
  dayMinutes - (clock_changes ?? []).filter((change) => change.day === day).reduce((sum, change) => sum + change.minutes, 0);

/** When a day begins, in minutes from the beginning of the first. */
export const beginOf = ({ clock_changes }: BuiltSchedule, day: number): number =>
  day * dayMinutes - (clock_changes ?? []).filter((change) => change.day < day).reduce((sum, change) => sum + change.minutes, 0);

/** What clocks show after so many minutes of a day, also when they reach into the next. */
export function clockAt(schedule: BuiltSchedule, day: number, minutes: number): string {
  const length = minutesOf(schedule, day);
  if (minutes >= length) {
    return clockAt(schedule, day + 1, minutes - length);
  }
  const moved = (schedule.clock_changes ?? []).filter((change) => change.day === day && change.at_minute <= minutes);
  return clockOf(minutes + moved.reduce((sum, change) => sum + change.minutes, 0));
}

/** The parts of a shift in their order; a shift is numbers: day, start, length, then activity and minutes by turns. */
export function piecesOf(schedule: BuiltSchedule, shift: readonly number[]): Piece[] {
  const [day = 0, start = 0] = shift;
  const pieces: Piece[] = [];
  for (let at = 3, from = beginOf(schedule, day) + start; at + 1 < shift.length; at += 2) {
    const [number = 0, minutes = 0] = shift.slice(at, at + 2);
    const activity = schedule.activities[number];
    if (activity) {
      pieces.push({ start: from, minutes, activity });
    }
    from += minutes;
  }
  return pieces;
}

/** "09:00–17:30, Lunch 12:30", or "off". */
export function wordsOf(schedule: BuiltSchedule, agent: BuiltAgent, day: number): string {
  const shift = agent.shifts.find(([on]) => on === day);
  if (!shift) {
    return 'off';
  }
  const [, start = 0, length = 0] = shift;
  const pauses = piecesOf(schedule, shift).filter(({ activity }) => activity.kind !== 'work').map((piece) => `${piece.activity.name} ${clockAt(schedule, 0, piece.start)}`);
  return [`${clockAt(schedule, day, start)}–${clockAt(schedule, day, start + length)}`, ...pauses].join(', ');
}

/** Of all planning groups together, per interval of some days: how many are required, are there, and are missing. */
export function coverageOf(schedule: BuiltSchedule, first: number, span: number) {
  const { interval_minutes, required, served } = schedule;
  const [from, to] = [beginOf(schedule, first) / interval_minutes, beginOf(schedule, first + span) / interval_minutes];
  const sum = (of: (group: number, slot: number) => number) =>
    Array.from({ length: to - from }, (_, index) => required.reduce((total, _group, group) => total + of(group, from + index), 0));
  const needs = (group: number, slot: number) => required[group]?.[slot] ?? 0;
  const has = (group: number, slot: number) => served[group]?.[slot] ?? 0;
  return { required: sum(needs), served: sum(has), missing: sum((group, slot) => Math.max(0, needs(group, slot) - has(group, slot))) };
}
