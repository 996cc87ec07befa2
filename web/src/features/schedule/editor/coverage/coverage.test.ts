import { describe, expect, it } from 'vitest';
import type { Requirement } from '@/api/types';
import { UnitClock } from '../model/clock';
import { minutesOf, requiredOf, sumsOf } from './coverage';

const clock = new UnitClock('UTC', '2026-06-08', 1, '2026-06-08T00:00:00Z');

/** So many people all day, in intervals of so many minutes. */
const all = (minutes: number, people: number) => {
  const scheduled = Array.from({ length: 1_440 / minutes }, () => people);
  const none = scheduled.map(() => null);
  const day = { date: '2026-06-08', agents: scheduled, scheduled, service_level: none, occupancy: none, answer_seconds: none };
  return { minutes, days: [day] } as unknown as Requirement;
};

describe('what several planning groups require together', () => {
  it('is drawn on the shortest of their intervals', () => {
    expect(minutesOf([all(30, 1), all(15, 1)], 15)).toBe(15);
    expect(minutesOf([all(30, 1)], 15)).toBe(30);
    expect(minutesOf([], 15)).toBe(15);
  });

  it('is the sum of them in every interval, also where their intervals differ', () => {
    expect(new Set(requiredOf(clock, [all(30, 2), all(15, 3)], 15))).toEqual(new Set([5]));
    expect(new Set(requiredOf(clock, [all(30, 2), all(15, 3)], 30))).toEqual(new Set([5]));
  });

  it('has as many hours as they have', () => {
    const required = requiredOf(clock, [all(30, 2), all(15, 3)], 15);
    expect(sumsOf({ minutes: 15, required, scheduled: new Float64Array(required.length) }).required).toBe(120);
  });
});
