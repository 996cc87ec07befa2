import { expect, it } from 'vitest';
import { areasOf, startOf } from './areas';

it('shows an agent the areas that are an agent’s, and begins with the schedule of one’s own', () => {
  const agent = ['my_schedule:view'];
  expect(areasOf(agent).map(({ path }) => path)).toEqual(['/my']);
  expect(startOf(agent)).toBe('/my');
});

it('shows planners what they plan, and begins with today', () => {
  const planner = ['my_schedule:view', 'schedule:view', 'forecast:view', 'people:view', 'organization:view'];
  expect(areasOf(planner).map(({ path }) => path)).not.toContain('/my');
  expect(startOf(planner)).toBe('/today');
});

it('leads whoever has one right only to what it opens', () => {
  expect(areasOf(['users:view']).map(({ path }) => path)).toEqual(['/system']);
  expect(startOf(['users:view'])).toBe('/system');
  expect(startOf([])).toBe('/today');
});
