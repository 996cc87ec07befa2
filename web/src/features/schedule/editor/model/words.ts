import { namedDate } from '@/lib/dates';
import type { UnitClock } from './clock';
import type { Activity, Codes } from './rows';

/** "Lunch 12:00–12:30" */
export const activityWords = (clock: UnitClock, codes: Codes, { start, minutes, code }: Pick<Activity, 'start' | 'minutes' | 'code'>): string =>
  `${codes.nameOf(code)} ${clock.wordOf(start)}–${clock.wordOf(start + minutes)}`;

/** All of a day in a line, or that it is free. */
export const dayWords = (clock: UnitClock, codes: Codes, activities: readonly Activity[]): string =>
  activities.length === 0 ? 'free' : activities.map((one) => activityWords(clock, codes, one)).join(', ');

export const dateWords = (clock: UnitClock, day: number): string => namedDate(clock.dateOf(day));

/** "8 h 30 min" */
export const lengthWords = (minutes: number): string =>
  [minutes >= 60 ? `${Math.floor(minutes / 60)} h` : '', minutes % 60 > 0 || minutes < 60 ? `${minutes % 60} min` : ''].filter(Boolean).join(' ');
