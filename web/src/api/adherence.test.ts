import { expect, it } from 'vitest';
import { tellsOf, toldWall } from './adherence';
import type { Wall, WallAgent } from './types';

// As the live connection tells it: without what is null.
const agent = (id: string, name: string, verdict: WallAgent['verdict'] = 'in') => ({ id, name, verdict, actual: { counts_as: 'unknown' } }) as WallAgent;
const wall = (as_of: string, ...agents: WallAgent[]) => ({ unit_id: 'm1', as_of, figures: {}, agents }) as Wall;
const page = (data: Wall | undefined, whole = false) => ({ topic: 'adherence/m1', cursor: '1', whole, data });

it('begins with the whole, in the order of names', () =>
  expect(toldWall(undefined, wall('t1', agent('b', 'Bo'), agent('a', 'Ada')), true)?.agents.map(({ name }) => name)).toEqual(['Ada', 'Bo']));

it('takes in who has changed and leaves the others as they are', () => {
  const before = wall('t1', agent('a', 'Ada'), agent('b', 'Bo'));
  const now = toldWall(before, wall('t2', agent('b', 'Bo', 'out')), false);
  expect(now?.as_of).toBe('t2');
  expect(now?.agents[0]).toBe(before.agents[0]);
  expect(now?.agents[1]?.verdict).toBe('out');
});

it('knows that what is left out is nothing', () => {
  const told = toldWall(undefined, wall('t1', agent('a', 'Ada')), true);
  expect(told?.figures.adherence_percent).toBeNull();
  expect(told?.agents[0]).toMatchObject({ team_name: null, scheduled: null, in_alarm_since: null, next: null, actual: { state: null, reason: null, since: null } });
});

it('finds the place of somebody new', () =>
  expect(toldWall(wall('t1', agent('b', 'Bo')), wall('t2', agent('a', 'Ada')), false)?.agents.map(({ id }) => id)).toEqual(['a', 'b']));

it('is read again when a page brings nothing, or adds to what is not there', () => {
  expect(toldWall(wall('t1'), undefined, true)).toBeUndefined();
  expect(toldWall(undefined, wall('t2', agent('a', 'Ada')), false)).toBeUndefined();
});

it('knows which pages tell of an agent', () => {
  expect(tellsOf('a', page(wall('t2', agent('b', 'Bo'))))).toBe(false);
  expect(tellsOf('b', page(wall('t2', agent('b', 'Bo'))))).toBe(true);
  expect(tellsOf('a', page(undefined, true))).toBe(true);
});
