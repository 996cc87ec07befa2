// A date is "2026-03-29", a day of the business unit's calendar; UTC keeps the viewer's zone out of the arithmetic.
const dayMilliseconds = 86_400_000;
const at = (date: string): Date => new Date(`${date}T00:00:00Z`);

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const named = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const full = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];
export const weekdayLabel = (day: Weekday): string => day.charAt(0).toUpperCase() + day.slice(1, 3);

export const addDays = (date: string, days: number): string =>
  new Date(at(date).getTime() + days * dayMilliseconds).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number => Math.round((at(to).getTime() - at(from).getTime()) / dayMilliseconds);
export const weekdayOf = (date: string): Weekday => weekdays[(at(date).getUTCDay() + 6) % 7] ?? 'monday';

/** "27 Oct" */
export const shortDate = (date: string): string => short.format(at(date));
/** "Mon, 27 Oct" */
export const namedDate = (date: string): string => named.format(at(date));
/** "Mon, 27 Oct 2003" */
export const fullDate = (date: string): string => full.format(at(date));

/** The first day of the week that a date is in. */
export const weekOf = (date: string, begin: Weekday): string =>
  addDays(date, -((weekdays.indexOf(weekdayOf(date)) - weekdays.indexOf(begin) + 7) % 7));

/** The seven days from one on. */
export const weekFrom = (date: string): string[] => Array.from({ length: 7 }, (_, index) => addDays(date, index));

/** Whether a text is a day of the calendar, written as "2026-03-29". */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at(text).getTime()) && addDays(text, 0) === text;

/** Minutes since midnight of a time as the server writes it, "09:30" or "09:30:00". */
export const minutesOfClock = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Minutes since midnight as "09:30"; the end of a day is "00:00", as the server writes it. */
export function clockOf(minutes: number): string {
  const within = minutes % 1_440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}
