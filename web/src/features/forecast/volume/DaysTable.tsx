import { Anchor } from '@mantine/core';
import type { ForecastDay, ForecastPart, Weekday } from '@/api/types';
import { dayTotal, isMoved, isOpen, openWeeks } from '../chart/points';
import { namedDate, shortDate, weekdayLabel, weekdayOf, weekFrom } from '@/lib/dates';
import { NumberGrid, type GridCell } from './NumberGrid';

interface DaysTableProps {
  part: ForecastPart;
  weekStart: Weekday;
  onDay?: (date: string, value: number) => void;
  onSpan?: (from: string, through: string, value: number) => void;
  onWeek: (from: string) => void;
}

/** The cell of one day, or of several together. */
function cellOf(days: readonly ForecastDay[], name: string, onEdit?: (value: number) => void): GridCell {
  if (!days.some(isOpen)) {
    return { value: null, name };
  }
  const sum = (key: 'volumes' | 'machine') => days.reduce((total, day) => total + dayTotal(day, day[key]), 0);
  const [volume, machine] = [sum('volumes'), sum('machine')];
  return { value: volume, name, machine: isMoved({ volume, machine }) ? machine : undefined, onEdit };
}

/** A line for each week, a column for each weekday. */
export function DaysTable({ part, weekStart, onDay, onSpan, onWeek }: DaysTableProps) {
  const weeks = openWeeks(part.days, weekStart);
  const byDate = new Map(part.days.map((day) => [day.date, day]));
  const columns = weekFrom(weeks[0] ?? '2026-01-05').map((date) => ({ key: date, header: weekdayLabel(weekdayOf(date)) }));
  return (
    <NumberGrid
      label="Contacts by day"
      columns={[{ key: 'week', header: 'Week of' }, ...columns, { key: 'total', header: 'Week' }]}
      rows={weeks.map((week) => {
        const days = weekFrom(week).flatMap((date) => byDate.get(date) ?? []);
        const [from = week, through = week] = [days[0]?.date, days.at(-1)?.date];
        return {
          key: week,
          header: <Anchor component="button" type="button" size="xs" onClick={() => onWeek(week)} aria-label={`${shortDate(week)}, by interval`}>{shortDate(week)}</Anchor>,
          cells: [
            ...weekFrom(week).map((date) => {
              const day = byDate.get(date);
              return cellOf(day ? [day] : [], namedDate(date), onDay && ((value) => onDay(date, value)));
            }),
            cellOf(days, `Week of ${shortDate(week)}`, onSpan && ((value) => onSpan(from, through, value))),
          ],
        };
      })}
    />
  );
}
