import type { ForecastPart, Weekday } from '@/api/types';
import { isOpen } from '../chart/points';
import { addDays, fullDate, shortDate, weekOf } from '@/lib/dates';

/** What is looked at: all days, or the intervals of a week or a day. */
export type Span = { kind: 'all' } | { kind: 'week' | 'day'; date: string };

export function spanOf({ week, day }: { week?: string; day?: string }, part: ForecastPart): Span {
  const has = (date: string) => part.days.some((one) => one.date === date);
  if (day && has(day)) {
    return { kind: 'day', date: day };
  }
  return week && datesOf({ kind: 'week', date: week }).some(has) ? { kind: 'week', date: week } : { kind: 'all' };
}

export function datesOf(span: Span): string[] {
  return span.kind === 'all' ? [] : Array.from({ length: span.kind === 'day' ? 1 : 7 }, (_, index) => addDays(span.date, index));
}

/** As the address says it. */
export const addressOf = (span: Span): { week?: string; day?: string } =>
  ({ week: span.kind === 'week' ? span.date : undefined, day: span.kind === 'day' ? span.date : undefined });

export const textOf = (span: Span): string => (span.kind === 'all' ? 'all' : `${span.kind} ${span.date}`);

export function readSpan(text: string): Span {
  const [kind, date = ''] = text.split(' ');
  return kind === 'week' || kind === 'day' ? { kind, date } : { kind: 'all' };
}

/** Everything that can be looked at, for a select. */
export function spanChoices(part: ForecastPart, weekStart: Weekday) {
  const weeks = [...new Set(part.days.filter(isOpen).map(({ date }) => weekOf(date, weekStart)))];
  return [
    { group: 'By day', items: [{ value: 'all', label: 'All days' }] },
    { group: 'A week by interval', items: weeks.map((date) => ({ value: `week ${date}`, label: `Week of ${shortDate(date)}` })) },
    {
      group: 'A day by interval',
      items: part.days.filter(isOpen).map(({ date }) => ({ value: `day ${date}`, label: fullDate(date) })),
    },
  ];
}
