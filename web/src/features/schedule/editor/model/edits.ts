import type { ScheduleEdit } from '@/api/types';
import { daysBetween } from '@/lib/dates';
import type { UnitClock } from './clock';
import { activitiesOf, layerOf, layers, patched, toActivity, toPlanned, type Activity, type Codes, type Row, type Sheet } from './rows';
import type { Landing } from './stops';

/** Writes steps of editing; an activity is named by its layer and start, as the server names it. */
export class Steps {
  private readonly clock: UnitClock;
  private readonly codes: Codes;

  constructor({ clock }: Sheet, codes: Codes) {
    [this.clock, this.codes] = [clock, codes];
  }

  move(row: Row, one: Activity, to: number): ScheduleEdit {
    return { ...this.named('move', row, one), to: this.clock.instantOf(to) };
  }

  /** To a day of another agent, or to another day; a shift takes along what lies in it. */
  moveOnto(from: string, one: Activity, { row, day, start }: Landing): ScheduleEdit {
    return { ...this.named('move', { id: from }, one), to: this.clock.instantOf(start), to_agent_id: row.id, to_day: this.clock.dateOf(day) };
  }

  /** As an activity more, a shift with what lies in it; what is copied stays. */
  copyOnto(row: Row, one: Activity, to: Landing): ScheduleEdit[] {
    const all = [one, ...(one.layer === 0 ? insideOf(row, one) : [])];
    return all.map((part) => this.add(to.row, { ...part, day: to.day, start: part.start + to.start - one.start }));
  }

  resize(row: Row, one: Activity, start: number, minutes: number): ScheduleEdit {
    return { ...this.named('resize', row, one), to: this.clock.instantOf(start), minutes };
  }

  /** Without a shift there is nothing in it either. */
  remove(row: Row, one: Activity): ScheduleEdit[] {
    return [...(one.layer === 0 ? insideOf(row, one) : []), one].map((gone) => this.named('remove', row, gone));
  }

  add(row: Row, one: Activity): ScheduleEdit {
    return { ...this.named('add', row, one), minutes: one.minutes, activity_code_id: this.codes.at(one.code)?.id };
  }

  replace(row: Row, day: number, activities: readonly Activity[]): ScheduleEdit {
    return { op: 'replace', agent_id: row.id, day: this.clock.dateOf(day), activities: activities.map((one) => toPlanned(this.clock, this.codes, one)) };
  }

  swap(row: Row, day: number, other: string): ScheduleEdit {
    const date = this.clock.dateOf(day);
    return { op: 'swap', agent_id: row.id, day: date, with_agent_id: other, with_day: date };
  }

  private named(op: ScheduleEdit['op'], row: Pick<Row, 'id'>, { day, layer, start }: Activity): ScheduleEdit {
    return { op, agent_id: row.id, day: this.clock.dateOf(day), layer: layers[layer], start: this.clock.instantOf(start) };
  }
}

const endOf = ({ start, minutes }: Activity) => start + minutes;

/** What lies within a shift and goes where it goes. */
export const insideOf = (row: Row, shift: Activity): Activity[] =>
  activitiesOf(row, shift.day).filter((one) => one.layer === 1 && one.start >= shift.start && endOf(one) <= endOf(shift));

/**
 * The same activities at the same times of the clock on another day; what is within keeps its distance.
 * @param by The clock that they are of: they may have been copied while other days were looked at.
 */
export function onDay(clock: UnitClock, activities: readonly Activity[], day: number, by = clock): Activity[] {
  const first = Math.min(...activities.map(({ start }) => start));
  const from = activities[0]?.day ?? day;
  const later = clock.minuteOf(day + by.dayAt(first) - from, by.clockAt(first)) - first;
  return activities.map((one) => ({ ...one, day, start: one.start + later }));
}

/** The same activity by another clock. */
export const byClock = (clock: UnitClock, one: Activity, by: UnitClock): Activity =>
  ({ ...one, day: daysBetween(clock.from, by.dateOf(one.day)), start: clock.minuteAt(by.instantOf(one.start)) });

/** What steps come to, before the server says so. */
export function overlaid(sheet: Sheet, codes: Codes, edits: readonly ScheduleEdit[]): Sheet {
  return edits.reduce((now, edit) => patched(now, contentsAfter(now, codes, edit)), sheet);
}

type Contents = Parameters<typeof patched>[1];

function contentsAfter(sheet: Sheet, codes: Codes, edit: ScheduleEdit): Contents {
  const { clock } = sheet;
  const find = (agent: string | null | undefined) => sheet.rows.find(({ id }) => id === agent);
  const row = find(edit.agent_id);
  const day = daysBetween(clock.from, edit.day);
  if (!row) {
    return [];
  }
  if (edit.op === 'swap') {
    const other = find(edit.with_agent_id);
    const onto = daysBetween(clock.from, edit.with_day ?? edit.day);
    return other
      ? [
          { agent: row.id, day, content: onDay(clock, activitiesOf(other, onto), day) },
          { agent: other.id, day: onto, content: onDay(clock, activitiesOf(row, day), onto) },
        ]
      : [];
  }
  if (edit.op === 'move' && (edit.to_agent_id || edit.to_day)) {
    return movedOnto(clock, edit, { row, day }, { row: find(edit.to_agent_id ?? edit.agent_id), day: daysBetween(clock.from, edit.to_day ?? edit.day) });
  }
  return [{ agent: row.id, day, content: afterStep(row, day, edit, { clock, codes }) }];
}

interface DayOf {
  row: Row | undefined;
  day: number;
}

function movedOnto(clock: UnitClock, edit: ScheduleEdit, { row, day }: DayOf & { row: Row }, onto: DayOf): Contents {
  const all = activitiesOf(row, day);
  const layer = layerOf(edit.layer);
  const start = clock.minuteAt(edit.start ?? '');
  const meant = all.find((one) => one.layer === layer && one.start === start);
  if (!meant) {
    return [];
  }
  const inside = layer === 0 ? insideOf(row, meant).map((part) => part.start) : [];
  const goes = (one: Activity) => one === meant || (one.layer === 1 && inside.includes(one.start));
  const left = all.filter((one) => !goes(one));
  const gone = all.filter(goes).map((one) => ({ ...one, day: onto.day, start: one.start + clock.minuteAt(edit.to ?? '') - start }));
  const before = onto.row?.id === row.id && onto.day === day ? left : onto.row ? activitiesOf(onto.row, onto.day) : [];
  return [{ agent: row.id, day, content: left }, ...(onto.row ? [{ agent: onto.row.id, day: onto.day, content: [...before, ...gone] }] : [])];
}

function afterStep(row: Row, day: number, edit: ScheduleEdit, { clock, codes }: { clock: UnitClock; codes: Codes }): Activity[] {
  const all = activitiesOf(row, day);
  if (edit.op === 'replace') {
    return (edit.activities ?? []).map((one) => toActivity(clock, codes, day, one));
  }
  const layer = layerOf(edit.layer);
  const start = clock.minuteAt(edit.start ?? '');
  if (edit.op === 'add') {
    return [...all, { day, layer, start, minutes: edit.minutes ?? 0, code: codes.placeOf(edit.activity_code_id ?? '') }];
  }
  const meant = all.find((one) => one.layer === layer && one.start === start);
  if (!meant) {
    return all;
  }
  const to = edit.to ? clock.minuteAt(edit.to) : start;
  if (edit.op === 'resize') {
    return all.map((one) => (one === meant ? { ...one, start: to, minutes: edit.minutes ?? one.minutes } : one));
  }
  if (edit.op === 'remove') {
    return all.filter((one) => one !== meant);
  }
  const inside = layer === 0 ? insideOf(row, meant) : [];
  const goes = (one: Activity) => one === meant || inside.some((part) => part.start === one.start && one.layer === 1);
  return all.map((one) => (goes(one) ? { ...one, start: one.start + to - start } : one));
}
