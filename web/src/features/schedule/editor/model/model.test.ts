import { describe, expect, it } from 'vitest';
import type { ScheduleGrid } from '@/api/types';
import { UnitClock } from './clock';
import { byClock, onDay, overlaid, Steps } from './edits';
import { activitiesOf, changed, Codes, gridWith, isNext, sheetOf, type Code } from './rows';
import { focused, moved, type Focus } from './stops';

const code = (id: string, name: string, category: Code['category']): Code => ({
  id, name, business_unit_id: 'u', category, paid: true, counts_as_work: true, colour: '#2a87a5', version: 1, removed_at: null,
});
const codes = new Codes([code('c1', 'Phone', 'on_queue'), code('c2', 'Lunch', 'meal'), code('c3', 'Leave', 'time_off')]);

const grid: ScheduleGrid = {
  version: 4, draft_version: 2, time_zone: 'Europe/Berlin', from: '2026-06-08', days: 7, origin: '2026-06-07T22:00:00Z', activity_code_ids: ['c1', 'c2'],
  agents: [
    { id: 'a1', name: 'Ada Holm', team_id: null, work_plan_id: 'p', days: [[0, 3, 0, 0, 540, 480, 0, 1, 720, 30, 1], [1, 3, 1]] },
    { id: 'a2', name: 'Bo Holm', team_id: null, work_plan_id: 'p', days: [[0, 3, 0, 0, 1320, 480, 0]] },
  ],
};
const sheet = sheetOf(grid, codes);
const row = (index: number, of = sheet) => {
  const found = of.rows[index];
  if (!found) {
    throw new Error('The sample has this row.');
  }
  return found;
};

describe('the clock of a unit', () => {
  it('knows days of 23 and 25 hours', () => {
    const spring = new UnitClock('Europe/Berlin', '2026-03-28', 3, '2026-03-27T23:00:00Z');
    expect([...spring.starts]).toEqual([0, 1_440, 2_820, 4_260]);
    expect(spring.wordOf(1_440 + 120)).toBe('03:00');
    expect(spring.minuteOf(1, 150)).toBe(1_440 + 120);
    const autumn = new UnitClock('Europe/Berlin', '2026-10-25', 2, '2026-10-24T22:00:00Z');
    expect([...autumn.starts]).toEqual([0, 1_500, 2_940]);
    expect([autumn.wordOf(150), autumn.wordOf(210)]).toEqual(['02:30', '02:30']);
    expect([autumn.minuteOf(0, 150), autumn.dayAt(1_499), autumn.dayAt(1_500)]).toEqual([150, 0, 1]);
  });

  it('knows zones that are half an hour off, and days before the first', () => {
    const kolkata = new UnitClock('Asia/Kolkata', '2026-06-08', 1, '2026-06-07T18:30:00Z');
    expect([kolkata.wordOf(90), kolkata.dayAt(-1), kolkata.wordOf(-30), kolkata.instantOf(90)]).toEqual(['01:30', -1, '23:30', '2026-06-07T20:00:00.000Z']);
  });
});

describe('rows', () => {
  it('are read from the short answer', () => {
    expect(activitiesOf(row(0))).toEqual([
      { day: 0, layer: 0, start: 540, minutes: 480, code: 0 }, { day: 0, layer: 1, start: 720, minutes: 30, code: 1 },
    ]);
    expect([...row(0).flags].map((flag) => flag & changed)).toEqual([0, 2, 0, 0, 0, 0, 0]);
  });

  it('take in what an edit has made', () => {
    const day = { agent_id: 'a2', day: '2026-06-09', version: 3, activities: [{ layer: 'time_off' as const, start: '2026-06-09T06:00:00Z', minutes: 60, activity_code_id: 'c3' }] };
    const next = sheetOf(gridWith(grid, [day], 3), codes);
    expect([next.draftVersion, activitiesOf(row(1, next), 1)]).toEqual([3, [{ day: 1, layer: 2, start: 1_920, minutes: 60, code: 2 }]]);
  });

  it('stay of the version that is wholly known where others have edited in between', () => {
    const day = { agent_id: 'a2', day: '2026-06-08', version: 3, activities: [] };
    const next = gridWith(grid, [day], 4);
    expect([isNext(grid, 3), isNext(grid, 4), next.draft_version, next.agents[1]?.days]).toEqual([true, false, 2, [[0, 3, 1]]]);
    expect(gridWith(grid, [day], 2)).toBe(grid);
  });
});

describe('steps', () => {
  const steps = new Steps(sheet, codes);
  const [shift, lunch] = activitiesOf(row(0));
  if (!shift || !lunch) {
    throw new Error('The sample has a shift and a meal.');
  }

  it('move a shift with what lies in it', () => {
    const after = overlaid(sheet, codes, [steps.move(row(0), shift, 600)]);
    expect(activitiesOf(row(0, after), 0).map(({ start }) => start)).toEqual([600, 780]);
  });

  it('remove what lies in a shift before the shift', () => {
    expect(steps.remove(row(0), shift).map(({ layer, start }) => [layer, start])).toEqual([
      ['inside', '2026-06-08T10:00:00.000Z'], ['work', '2026-06-08T07:00:00.000Z'],
    ]);
    expect(activitiesOf(row(0, overlaid(sheet, codes, steps.remove(row(0), shift))), 0)).toEqual([]);
  });

  it('stretch, add and swap', () => {
    const after = overlaid(sheet, codes, [
      steps.resize(row(0), lunch, 705, 45),
      steps.add(row(0), { day: 0, layer: 2, start: 540, minutes: 60, code: 2 }),
      steps.swap(row(0), 0, 'a2'),
    ]);
    expect(activitiesOf(row(1, after), 0).map(({ layer, start, minutes }) => [layer, start, minutes])).toEqual([[0, 540, 480], [1, 705, 45], [2, 540, 60]]);
    expect(activitiesOf(row(0, after), 0).map(({ start }) => start)).toEqual([1_320]);
  });

  it('move a shift to another agent or day, with what lies in it', () => {
    const onto = steps.moveOnto('a1', shift, { row: row(1), day: 1, start: 1_440 + 600 });
    expect([onto.op, onto.to_agent_id, onto.to_day, onto.to]).toEqual(['move', 'a2', '2026-06-09', '2026-06-09T08:00:00.000Z']);
    const after = overlaid(sheet, codes, [onto]);
    expect(activitiesOf(row(0, after), 0)).toEqual([]);
    expect(activitiesOf(row(1, after), 1).map(({ layer, start }) => [layer, start])).toEqual([[0, 2_040], [1, 2_220]]);
    expect(activitiesOf(row(1, after), 0)).toHaveLength(1);
    const next = overlaid(sheet, codes, [steps.moveOnto('a1', lunch, { row: row(0), day: 0, start: 705 })]);
    expect(activitiesOf(row(0, next), 0).map(({ layer, start }) => [layer, start])).toEqual([[0, 540], [1, 705]]);
  });

  it('copy a shift with what lies in it, and leave it where it is', () => {
    const after = overlaid(sheet, codes, steps.copyOnto(row(0), shift, { row: row(1), day: 1, start: 1_440 + 600 }));
    expect(activitiesOf(row(0, after), 0)).toEqual(activitiesOf(row(0), 0));
    expect(activitiesOf(row(1, after), 1).map(({ layer, start }) => [layer, start])).toEqual([[0, 2_040], [1, 2_220]]);
    expect(steps.copyOnto(row(0), lunch, { row: row(1), day: 0, start: 705 }).map(({ op, agent_id }) => [op, agent_id])).toEqual([['add', 'a2']]);
  });

  it('are of the same time of the clock where other days are looked at', () => {
    const autumn = new UnitClock('Europe/Berlin', '2026-10-26', 7, '2026-10-25T23:00:00Z');
    const [pasted] = onDay(autumn, [shift], 2, sheet.clock);
    expect(pasted && autumn.instantOf(pasted.start)).toBe('2026-10-28T08:00:00.000Z');
    expect(autumn.instantOf(byClock(autumn, shift, sheet.clock).start)).toBe('2026-06-08T07:00:00.000Z');
  });

  it('are pasted at the same time of the clock over a change of clocks', () => {
    const winter = new UnitClock('Europe/Berlin', '2026-03-23', 7, '2026-03-22T23:00:00Z');
    const summer = new UnitClock('Europe/Berlin', '2026-03-30', 7, '2026-03-29T22:00:00Z');
    const copied = [{ day: 5, layer: 0, start: winter.minuteOf(5, 540), minutes: 480, code: 0 }];
    const wordsOn = (clock: UnitClock, day: number) => onDay(clock, copied, day, winter).map(({ start }) => [clock.dateOf(day), clock.wordOf(start)]);
    expect(wordsOn(winter, 6)).toEqual([['2026-03-29', '09:00']]);
    expect(wordsOn(summer, 0)).toEqual([['2026-03-30', '09:00']]);
    const [sunday] = onDay(winter, copied, 6, winter);
    expect(sunday && winter.instantOf(sunday.start)).toBe('2026-03-29T07:00:00.000Z');
  });

  it('keep the time of the clock on a day of 25 hours', () => {
    const clock = new UnitClock('Europe/Berlin', '2026-10-24', 4, '2026-10-23T22:00:00Z');
    const [moved] = onDay(clock, [{ day: 0, layer: 0, start: 540, minutes: 480, code: 0 }], 2);
    expect([moved?.start, moved && clock.wordOf(moved.start)]).toEqual([2 * 1_440 + 60 + 540, '09:00']);
  });
});

describe('the keyboard', () => {
  const start: Focus = { row: 0, day: 0, layer: 0, start: 540 };
  const at = (focus: Focus) => [focus.row, focus.day, focus.layer, focus.start];

  it('goes from activity to activity, over free days, to the next agent and back', () => {
    const lunch = moved(sheet, start, { stops: 1 });
    expect(at(lunch)).toEqual([0, 0, 1, 720]);
    expect(at(moved(sheet, lunch, { stops: 1 }))).toEqual([0, 1, -1, 1_440]);
    expect(at(moved(sheet, lunch, { rows: 1 }))).toEqual([1, 0, 0, 1_320]);
    expect(at(moved(sheet, start, { rows: -1 }))).toEqual([0, 0, 0, 540]);
    expect(at(moved(sheet, start, { edge: 'last' }))).toEqual([0, 6, -1, 6 * 1_440]);
    expect(at(moved(sheet, start, { days: 1 }))).toEqual([0, 1, -1, 1_440]);
  });

  it('stays on the day when what it was on has gone', () => {
    expect(focused(sheet, { row: 0, day: 0, layer: 1, start: 800 })?.stop.start).toBe(720);
  });
});
