import type { MyNotice, MySchedule } from '@/api/types';
import { clockIn, shortWordsOf, spanOf, visible, type Codes, type Piece, type Planned } from '@/lib/activities';
import { addDays, namedDate, weekdays, weekOf } from '@/lib/dates';
import { formatMinutes } from '@/lib/format';

/** One's own days as they are drawn. */
export interface MyDays {
  schedule: MySchedule;
  codes: Codes;
  byDay: ReadonlyMap<string, readonly Planned[]>;
  /** Whose clock shows the times. */
  zone: string;
}

export const codesOf = (activities: MySchedule['activities']): Codes =>
  new Map(activities.map(({ id, name, colour }) => [id, { name, colour }]));

export const myDaysOf = (schedule: MySchedule, zone: string): MyDays => ({
  schedule, zone, codes: codesOf(schedule.activities), byDay: new Map(schedule.days.map(({ day, activities }) => [day, activities])),
});

/** Paid minutes, by what counts where things lie over each other. */
export function paidMinutes({ schedule, byDay }: MyDays, days: readonly string[]): number {
  const paid = new Set(schedule.activities.filter((one) => one.paid).map(({ id }) => id));
  return days.flatMap((day) => visible(byDay.get(day) ?? [])).filter(({ code }) => paid.has(code))
    .reduce((sum, { start, end }) => sum + (end - start) / 60_000, 0);
}

/** What is going on and what comes next. */
export interface Moment {
  sentence: string;
  next?: string;
}

/** "1 h 20 min", "8 h", "20 min". */
export function lengthOf(minutes: number): string {
  return formatMinutes(Math.max(1, Math.ceil(minutes)));
}

const minutesLong = (milliseconds: number): string => lengthOf(milliseconds / 60_000);
const nameOf = ({ codes }: MyDays, piece: Piece): string => codes.get(piece.code)?.name ?? 'Something';

const dayIn = (zone: string, at: number): string => {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(at);
};

/** "at 09:00", or with its day when that is another one. */
function whenOf(mine: MyDays, at: number, now: number): string {
  const day = dayIn(mine.zone, at);
  return day === dayIn(mine.zone, now) ? `at ${clockIn(mine.zone, at)}` : `${namedDate(day)}, ${clockIn(mine.zone, at)}`;
}

export function momentOf(mine: MyDays, now: number): Moment {
  const pieces = [...mine.byDay.values()].flatMap((day) => visible(day)).sort((a, b) => a.start - b.start);
  const current = pieces.find(({ start, end }) => start <= now && end > now);
  const next = pieces.find(({ start }) => start > now);
  if (current) {
    return {
      sentence: `${nameOf(mine, current)} until ${clockIn(mine.zone, current.end)}, for ${minutesLong(current.end - now)} more`,
      next: next && (next.start === current.end
        ? `Then ${nameOf(mine, next)} until ${clockIn(mine.zone, next.end)}`
        : `Next: ${nameOf(mine, next)} ${whenOf(mine, next.start, now)}`),
    };
  }
  if (!next) {
    return { sentence: 'Nothing more is planned so far.' };
  }
  const isSoon = dayIn(mine.zone, next.start) === dayIn(mine.zone, now);
  const wasBusy = pieces.some(({ end }) => end <= now && dayIn(mine.zone, end) === dayIn(mine.zone, now));
  return {
    sentence: isSoon ? `Begins ${whenOf(mine, next.start, now)}, in ${minutesLong(next.start - now)}` : wasBusy ? 'Done for today' : mine.byDay.has(dayIn(mine.zone, now)) ? 'Free today' : 'Not planned for today',
    next: `Next: ${nameOf(mine, next)} ${whenOf(mine, next.start, now)}`,
  };
}

/** The day whose activities go on: last night's while it lasts, else today. */
export function presentDay({ schedule: { today }, byDay }: MyDays, now: number): string {
  const night = addDays(today, -1);
  const span = spanOf(byDay.get(night) ?? []);
  return span && span.end > now && span.start <= now ? night : today;
}

/** What a day became since it was acknowledged last. */
export interface ChangedDay {
  day: string;
  before: readonly Planned[] | null;
  after: readonly Planned[];
  isShort: boolean;
  /** Who changed it, the latest first. */
  by: { version: number; author: string; at: string; note: string }[];
}

/** All that is not acknowledged, day by day: from what was known to what is. */
export function changedDays(notices: readonly MyNotice[]): ChangedDay[] {
  const days = new Map<string, ChangedDay>();
  for (const { version, author, at, note, changes } of [...notices].sort((a, b) => a.version - b.version)) {
    for (const { day, before, after, is_short } of changes) {
      const known = days.get(day);
      days.set(day, {
        day, after,
        before: known ? known.before : before,
        isShort: is_short || known?.isShort === true,
        by: [{ version, author, at, note }, ...(known?.by ?? [])],
      });
    }
  }
  return [...days.values()].sort((a, b) => a.day.localeCompare(b.day));
}

/** The weeks that a month touches, as days. */
export function monthDays(day: string, weekStart: (typeof weekdays)[number]): string[] {
  const first = `${day.slice(0, 8)}01`;
  const begin = weekOf(first, weekStart);
  const next = addMonths(first, 1);
  const days: string[] = [];
  for (let at = begin; at < next || days.length % 7 !== 0; at = addDays(at, 1)) {
    days.push(at);
  }
  return days;
}

/** The first of the month that comes so many after. */
export function addMonths(day: string, months: number): string {
  const at = new Date(`${day.slice(0, 8)}01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
}

export const cellWords = (mine: MyDays, day: string): string => {
  const activities = mine.byDay.get(day);
  return activities ? shortWordsOf(activities, mine.codes, mine.zone) : 'Not planned yet';
};
