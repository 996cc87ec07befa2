import { addDays, isDate, weekOf } from '@/lib/dates';

/** Days that go along with the calendar, each by its word in an address. */
export const ranges = {
  today: 'Today',
  yesterday: 'Yesterday',
  this_week: 'This week',
  last_week: 'Last week',
  this_month: 'This month',
  last_month: 'Last month',
} as const;

export type Range = keyof typeof ranges;

export interface Days {
  from: string;
  /** The last day. */
  to: string;
}

export interface ChosenDays extends Days {
  /** Undefined: two days that somebody has chosen. */
  range?: Range;
}

const monthOf = (date: string): string => `${date.slice(0, 7)}-01`;
const endOfMonth = (first: string): string => addDays(monthOf(addDays(first, 31)), -1);

/** The days of a word, seen from a day. */
export function daysOf(range: Range, today: string): Days {
  switch (range) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'this_week':
      return { from: weekOf(today, 'monday'), to: addDays(weekOf(today, 'monday'), 6) };
    case 'last_week':
      return daysOf('this_week', addDays(today, -7));
    case 'this_month':
      return { from: monthOf(today), to: endOfMonth(monthOf(today)) };
    case 'last_month':
      return daysOf('this_month', addDays(monthOf(today), -1));
  }
}

interface Asked {
  range?: string;
  from?: string;
  to?: string;
}

const isRange = (text: string | undefined): text is Range => text !== undefined && Object.hasOwn(ranges, text);

/** What an address asks for: two days, else a word, else the word that was used last. */
export function chosenDays({ range, from, to }: Asked, remembered: string | undefined, today: string): ChosenDays {
  if (from && to && isDate(from) && isDate(to)) {
    return from <= to ? { from, to } : { from: to, to: from };
  }
  const word = [range, remembered].find(isRange) ?? 'this_week';
  return { range: word, ...daysOf(word, today) };
}
