import type { ActivityLayer, EditedDay, Items, PlannedActivity, ScheduleGrid } from '@/api/types';
import { daysBetween } from '@/lib/dates';
import { UnitClock } from './clock';

export type Code = Items['activity-codes'];
export const layers: readonly ActivityLayer[] = ['work', 'inside', 'time_off'];
export const layerOf = (layer: ActivityLayer | undefined): number => Math.max(0, layers.indexOf(layer ?? 'work'));

/** Of an activity in a row: day, layer, start and length in minutes, and the place of its code. */
export const stride = 5;
export const known = 1;
export const changed = 2;

/** An agent's activities of the days that are looked at, by layer and start: numbers, because there may be a hundred thousand. */
export interface Row {
  id: string;
  name: string;
  team: string | null;
  plan: string | null;
  activities: Int32Array;
  /** For each day whether it was ever planned (`known`), and whether the draft has changed it (`changed`). */
  flags: Uint8Array;
}

export interface Activity {
  day: number;
  layer: number;
  start: number;
  minutes: number;
  code: number;
}

/** A schedule as it is drawn. */
export interface Sheet {
  rows: readonly Row[];
  clock: UnitClock;
  zone: string;
  version: number;
  draftVersion: number | null;
}

/** Codes by place; the server's answers name them by id. */
export class Codes {
  readonly all: Code[];
  private readonly places = new Map<string, number>();

  constructor(codes: readonly Code[]) {
    this.all = [...codes];
    codes.forEach(({ id }, place) => this.places.set(id, place));
  }

  placeOf(id: string): number {
    return this.places.get(id) ?? -1;
  }

  at(place: number): Code | undefined {
    return this.all[place];
  }

  nameOf(place: number): string {
    return this.all[place]?.name ?? 'unknown activity';
  }
}

/** Sorted as they lie over each other: by layer, then by start. */
function packed(activities: readonly Activity[]): Int32Array {
  const sorted = [...activities].sort((one, other) => one.layer - other.layer || one.start - other.start);
  const numbers = new Int32Array(sorted.length * stride);
  sorted.forEach(({ day, layer, start, minutes, code }, index) => numbers.set([day, layer, start, minutes, code], index * stride));
  return numbers;
}

export function activitiesOf({ activities }: Row, day?: number): Activity[] {
  const found: Activity[] = [];
  for (let at = 0; at < activities.length; at += stride) {
    const [on = 0, layer = 0, start = 0, minutes = 0, code = -1] = activities.subarray(at, at + stride);
    if (day === undefined || on === day) {
      found.push({ day: on, layer, start, minutes, code });
    }
  }
  return found;
}

/** Reads the server's short answer. */
export function sheetOf(grid: ScheduleGrid, codes: Codes): Sheet {
  const places = grid.activity_code_ids.map((id) => codes.placeOf(id));
  const rows = grid.agents.map((agent): Row => {
    const flags = new Uint8Array(grid.days);
    const activities: Activity[] = [];
    for (const numbers of agent.days) {
      const [day = 0, , isChanged = 0] = numbers;
      flags[day] = known | (isChanged ? changed : 0);
      for (let at = 3; at + 3 < numbers.length; at += 4) {
        const [layer = 0, start = 0, minutes = 0, place = -1] = numbers.slice(at, at + 4);
        activities.push({ day, layer, start, minutes, code: places[place] ?? -1 });
      }
    }
    return { id: agent.id, name: agent.name, team: agent.team_id, plan: agent.work_plan_id, activities: packed(activities), flags };
  });
  const clock = new UnitClock(grid.time_zone, grid.from, grid.days, grid.origin);
  return { rows, clock, zone: grid.time_zone, version: grid.version, draftVersion: grid.draft_version };
}

/** The row with another content of a day. */
export function withDay(row: Row, day: number, content: readonly Activity[]): Row {
  if (day < 0 || day >= row.flags.length) {
    return row;
  }
  const flags = row.flags.slice();
  flags[day] = known | changed;
  return { ...row, flags, activities: packed([...activitiesOf(row).filter((one) => one.day !== day), ...content]) };
}

/** The sheet with other contents of some days. */
export function patched(sheet: Sheet, contents: readonly { agent: string; day: number; content: readonly Activity[] }[]): Sheet {
  if (contents.length === 0) {
    return sheet;
  }
  const rows = [...sheet.rows];
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  for (const { agent, day, content } of contents) {
    const place = places.get(agent);
    const row = place === undefined ? undefined : rows[place];
    if (row && place !== undefined) {
      rows[place] = withDay(row, day, content);
    }
  }
  return { ...sheet, rows };
}

export const toActivity = (clock: UnitClock, codes: Codes, day: number, one: PlannedActivity): Activity =>
  ({ day, layer: layerOf(one.layer), start: clock.minuteAt(one.start), minutes: one.minutes, code: codes.placeOf(one.activity_code_id) });

export const toPlanned = (clock: UnitClock, codes: Codes, { layer, start, minutes, code }: Activity): PlannedActivity =>
  ({ layer: layers[layer] ?? 'work', start: clock.instantOf(start), minutes, activity_code_id: codes.at(code)?.id ?? '' });

/** Whether an edit is all that has come to the draft since the grid was read; else others' edits are still to be read. */
export const isNext = (grid: ScheduleGrid, draftVersion: number | null): boolean => draftVersion === (grid.draft_version ?? 0) + 1;

/** The grid's answer with the days that an edit has made, so that nobody waits for the next one. */
export function gridWith(grid: ScheduleGrid, days: readonly EditedDay[], draftVersion: number | null): ScheduleGrid {
  if (draftVersion !== null && draftVersion <= (grid.draft_version ?? 0)) {
    return grid;
  }
  const codes = [...grid.activity_code_ids];
  const placeOf = (id: string) => {
    const place = codes.indexOf(id);
    return place >= 0 ? place : codes.push(id) - 1;
  };
  const origin = Date.parse(grid.origin);
  const byAgent = new Map<string, EditedDay[]>();
  days.forEach((day) => byAgent.set(day.agent_id, [...(byAgent.get(day.agent_id) ?? []), day]));
  const agents = grid.agents.map((agent) => {
    const edited = byAgent.get(agent.id)?.map((day) => ({ ...day, number: daysBetween(grid.from, day.day) })).filter(({ number }) => number >= 0 && number < grid.days);
    if (!edited?.length) {
      return agent;
    }
    const numbers = edited.map(({ number, version, activities }) => [
      number, version, draftVersion === null ? 0 : 1,
      ...activities.flatMap((one) => [layerOf(one.layer), Math.round((Date.parse(one.start) - origin) / 60_000), one.minutes, placeOf(one.activity_code_id)]),
    ]);
    return { ...agent, days: [...agent.days.filter(([day]) => !edited.some(({ number }) => number === day)), ...numbers] };
  });
  return { ...grid, agents, activity_code_ids: codes, draft_version: isNext(grid, draftVersion) ? draftVersion : grid.draft_version };
}
