import { describe, expect, it } from 'vitest';
import type { ScheduleGrid } from '@/api/types';
import { activitiesOf, Codes, sheetOf } from '../model/rows';
import { cursorOf, dragged, isBegun, isCopying, pullOf, type Drag } from './drag';
import { commandOf, stepOf, wayOf } from './keys';
import { looksOf } from './look';
import { Place, type View } from './place';
import { shapedAs } from './shaping';

const grid: ScheduleGrid = {
  version: 1, draft_version: 1, time_zone: 'Europe/Berlin', from: '2026-06-08', days: 2, origin: '2026-06-07T22:00:00Z', activity_code_ids: ['c1'],
  agents: [
    { id: 'a1', name: 'Ada', team_id: null, work_plan_id: null, days: [[0, 1, 0, 0, 540, 480, 0]] },
    { id: 'a2', name: 'Bo', team_id: null, work_plan_id: null, days: [[0, 1, 0, 0, 1_320, 480, 0]] },
    { id: 'a3', name: 'Cleo', team_id: null, work_plan_id: null, days: [] },
  ],
};
const codes = new Codes([
  { id: 'c1', name: 'Phone', business_unit_id: 'u', category: 'on_queue', paid: true, counts_as_work: true, colour: '#2a87a5', version: 1, removed_at: null },
]);
const sheet = sheetOf(grid, codes);
const [ada] = sheet.rows;
const [shift] = ada ? activitiesOf(ada) : [];
if (!ada || !shift) {
  throw new Error('The sample has a shift.');
}
// Names take 190 pixels; each of the rest is a minute.
const view: View = { width: 190 + 2_880, height: 400, top: 0, left: 0, zoom: 1 };
const place = new Place(view, sheet);
const scene = { sheet, looks: looksOf(codes), focus: undefined, marks: new Map(), cut: undefined, zoom: 1, interval: 15, mayEdit: true };
const held = (x: number, y: number, more: Partial<Drag> = {}): Drag =>
  ({ row: 0, agent: 'a1', activity: shift, grip: 'move', from: { x: 800, y: 54 }, minute: 610, at: { x, y }, isMoving: true, isCopy: false, ...more });

describe('dragging', () => {
  it('begins a little way off', () => {
    expect([isBegun(held(802, 54)), isBegun(held(800, 60))]).toEqual([false, true]);
  });

  it('goes along the row by the interval', () => {
    expect(dragged(scene, place, held(866, 54))).toEqual({ row: 0, start: 600, minutes: 480 });
    expect(dragged(scene, place, held(866, 140, { grip: 'end' }))).toEqual({ row: 0, start: 540, minutes: 540 });
  });

  it('to another agent keeps the time until it goes well sideways, and ends at the last row', () => {
    expect(dragged(scene, place, held(810, 54 + 28))).toEqual({ row: 1, start: 540, minutes: 480 });
    expect(dragged(scene, place, held(830, 54 + 28))).toEqual({ row: 1, start: 570, minutes: 480 });
    expect(dragged(scene, place, held(800, 390)).row).toBe(2);
  });

  it('pulls the window at its edges only', () => {
    expect(pullOf(held(1_000, 200), view, 190)).toEqual({ x: 0, y: 0 });
    expect(pullOf(held(1_000, 396), view, 190)).toEqual({ x: 0, y: 11 });
    expect(pullOf(held(1_000, -900), view, 190).y).toBe(-16);
    expect(pullOf(held(192, 200), view, 190).x).toBe(-12);
  });

  it('copies with Ctrl or Command, but for an edge', () => {
    const [move, edge] = [held(810, 82), held(810, 82, { grip: 'end' })];
    const none = { ctrlKey: false, metaKey: false };
    expect([none, { ...none, ctrlKey: true }, { ...none, metaKey: true }].map((keys) => isCopying(move, keys))).toEqual([false, true, true]);
    expect(isCopying(edge, { ...none, ctrlKey: true })).toBe(false);
    expect([move, { ...move, isCopy: true }, edge].map(cursorOf)).toEqual(['grabbing', 'copy', 'ew-resize']);
    // What is copied stays, and is in the way of its copy.
    const later = shapedAs(scene, { row: ada, activity: shift, isCopy: true }, { row: 0, start: 600, minutes: 480 });
    expect([later?.ghost.words, later?.ghost.isTaken]).toEqual(['Copy, 10:00–18:00: Phone is there', true]);
  });

  it('says whose day it would be, and what is there already', () => {
    const onto = shapedAs(scene, { row: ada, activity: shift, isCopy: false }, { row: 2, start: 1_500, minutes: 480 });
    expect([onto?.shaping.to.day, onto?.ghost.words, onto?.ghost.isTaken]).toEqual([1, 'Cleo, Tue 9 Jun, 01:00–09:00', false]);
    const taken = shapedAs(scene, { row: ada, activity: shift, isCopy: false }, { row: 1, start: 1_200, minutes: 480 });
    expect(taken?.ghost.words).toBe('Bo, 20:00–04:00: Phone is there');
    // A break after midnight is of the day of the shift that it lies in.
    expect(shapedAs(scene, { row: ada, activity: { ...shift, layer: 1 }, isCopy: false }, { row: 1, start: 1_500, minutes: 15 })?.shaping.to.day).toBe(0);
  });
});

describe('keys', () => {
  const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, ...more });

  it('mean the same with Ctrl and with Command', () => {
    expect([commandOf(key('x', { ctrlKey: true })), commandOf(key('X', { metaKey: true })), commandOf(key('x'))]).toEqual(['cut', 'cut', undefined]);
    expect(commandOf(key('z', { ctrlKey: true, shiftKey: true }))).toBeUndefined();
    expect(commandOf(key('?', { shiftKey: true }))).toBe('help');
  });

  it('step with Shift, and go about without', () => {
    expect([stepOf(key('ArrowLeft', { shiftKey: true })), stepOf(key('ArrowLeft'))]).toEqual([{ later: -1, longer: 0 }, undefined]);
    expect([wayOf(key('PageDown'), 9, 50), wayOf(key('End', { ctrlKey: true }), 9, 50), wayOf(key('q'), 9, 50)]).toEqual([{ rows: 9 }, { rows: 50 }, undefined]);
  });
});
