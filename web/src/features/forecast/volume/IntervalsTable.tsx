import { Anchor } from '@mantine/core';
import type { ForecastDay, ForecastPart, Requirement } from '@/api/types';
import { dayTotal, isMoved, isOpen, openSlots, type When } from '../chart/points';
import { clockOf, fullDate, namedDate } from '@/lib/dates';
import { NumberGrid, type GridCell, type GridRow } from './NumberGrid';

interface IntervalsTableProps {
  part: ForecastPart;
  requirement: Requirement | undefined;
  /** The days of a week, or one. */
  dates: readonly string[];
  onEdit?: (when: When, value: number) => void;
  onDay: (date: string) => void;
}

type Edit = IntervalsTableProps['onEdit'];

const moved = (volume: number, machine: number) => (isMoved({ volume, machine }) ? machine : undefined);

function totalCell(day: ForecastDay, onEdit: Edit): GridCell {
  const name = `${namedDate(day.date)}, whole day`;
  const volume = dayTotal(day, day.volumes);
  return isOpen(day)
    ? { value: volume, name, machine: moved(volume, dayTotal(day, day.machine)), onEdit: onEdit && ((value) => onEdit({ date: day.date }, value)) }
    : { value: null, name };
}

function slotCell(day: ForecastDay, slot: number, minutes: number, onEdit: Edit): GridCell {
  const name = `${namedDate(day.date)}, ${clockOf(slot * minutes)}`;
  const volume = day.volumes[slot] ?? 0;
  const when = { date: day.date, minute: slot * minutes };
  return day.open[slot]
    ? { value: volume, name, machine: moved(volume, day.machine[slot] ?? 0), onEdit: onEdit && ((value) => onEdit(when, value)) }
    : { value: null, name };
}

/** The intervals of a week, day beside day; of one day, with all that is known of each. */
export function IntervalsTable({ part, requirement, dates, onEdit, onDay }: IntervalsTableProps) {
  const days = part.days.filter((day) => dates.includes(day.date));
  const slots = openSlots(days);
  const one = days.length === 1 ? days[0] : undefined;
  const more = (slot: number): GridCell[] => (one ? moreOf(one, slot, clockOf(slot * part.minutes), requirement) : []);
  const rows: GridRow[] = [
    {
      key: 'total', header: 'Whole day', isTotal: true,
      cells: [...days.map((day) => totalCell(day, onEdit)), ...(one ? totalsOf(one, requirement) : [])],
    },
    ...slots.map((slot) => ({
      key: String(slot),
      header: clockOf(slot * part.minutes),
      cells: [...days.map((day) => slotCell(day, slot, part.minutes, onEdit)), ...more(slot)],
    })),
  ];
  const columns = one
    ? ['Forecast', 'Machine', '80 % from', 'to', 'Agents'].map((header) => ({ key: header, header }))
    : days.map(({ date }) => ({
        key: date,
        header: <Anchor component="button" type="button" size="xs" onClick={() => onDay(date)} aria-label={`${fullDate(date)}, by interval`}>{namedDate(date)}</Anchor>,
      }));
  return <NumberGrid label="Contacts by interval" columns={[{ key: 'time', header: 'From' }, ...columns]} rows={rows} />;
}

const agentsOf = (day: ForecastDay, requirement: Requirement | undefined) => requirement?.days.find(({ date }) => date === day.date)?.agents;

const moreOf = (day: ForecastDay, slot: number, time: string, requirement: Requirement | undefined): GridCell[] => {
  const at = (values: readonly number[]) => (day.open[slot] ? (values[slot] ?? null) : null);
  return [
    { value: at(day.machine), name: `${time}, machine` },
    { value: at(day.low), name: `${time}, 80 % range from` },
    { value: at(day.high), name: `${time}, 80 % range to` },
    { value: agentsOf(day, requirement)?.[slot] ?? null, name: `${time}, agents required`, none: day.open[slot] ? 'not known' : undefined },
  ];
};

const totalsOf = (day: ForecastDay, requirement: Requirement | undefined): GridCell[] => [
  { value: dayTotal(day, day.machine), name: 'Whole day, machine' },
  { value: isOpen(day) ? day.total.low : null, name: 'Whole day, 80 % range from' },
  { value: isOpen(day) ? day.total.high : null, name: 'Whole day, 80 % range to' },
  { value: Math.max(0, ...(agentsOf(day, requirement) ?? []).map((agents) => agents ?? 0)), name: 'Whole day, most agents required' },
];
