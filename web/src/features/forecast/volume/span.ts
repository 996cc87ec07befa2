import type { ForecastPart, Weekday } from '@/api/types';
import { isOpen, openWeeks } from '../chart/points';
import { fullDate, shortDate, weekFrom, weekOf } from '@/lib/dates';

/** What is looked at: all days, or the intervals of a week or a day. */
export type Span = { kind: 'all' } | { kind: 'week' | 'day'; date: string };

/** What the address asks for, where the forecast has it; any day of a week stands for the week. */
export function spanOf({ week, day }: { week?: string; day?: string }, part: ForecastPart, weekStart: Weekday): Span {
  if (day && part.days.some((one) => one.date === day)) {
    return { kind: 'day', date: day };
  }
  const first = week && weekOf(week, weekStart);
  return first && openWeeks(part.days, weekStart).includes(first) ? { kind: 'week', date: first } : { kind: 'all' };
}

export function datesOf(span: Span): string[] {
  switch (span.kind) {
    case 'all':
      return [];
    case 'week':
      return weekFrom(span.date);
    case 'day':
      return [span.date];
  }
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
  return [
    { group: 'By day', items: [{ value: 'all', label: 'All days' }] },
    { group: 'A week by interval', items: openWeeks(part.days, weekStart).map((date) => ({ value: `week ${date}`, label: `Week of ${shortDate(date)}` })) },
    {
      group: 'A day by interval',
      items: part.days.filter(isOpen).map(({ date }) => ({ value: `day ${date}`, label: fullDate(date) })),
    },
  ];
}
