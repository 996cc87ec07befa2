import { describe, expect, it } from 'vitest';
import type { Organization } from '@/api/organization';
import { someChosen, someForecast } from '../sample';
import { chosenOf } from './useChosen';

const [unit, group] = [someChosen.units[0], someChosen.groups[0]] as const;
const cards = { ...group, id: 'p2', name: 'Cards' };
const other = { ...unit, id: 'b2', name: 'Sales' };
const sales = { ...group, id: 'p3', name: 'Sales', business_unit_id: 'b2' };
const old = { ...unit, id: 'b0', name: 'Closed', removed_at: '2026-01-01T00:00:00Z' };
const all = { 'business-units': [old, unit, other], 'planning-groups': [group, cards, sales], 'service-goals': [] } as unknown as Organization;
const summer = { ...someForecast, id: 'f2', name: 'Summer', planning_group_ids: ['p2'] };
const of = (asked: object, seen: object) => {
  const { unit: u, group: g, forecast: f } = chosenOf({ all, forecasts: [someForecast, summer], queues: [] }, asked, seen);
  return [u?.id, g?.id, f?.id];
};

describe('what is chosen', () => {
  it('is the first of everything that is in use', () => expect(of({}, {})).toEqual(['b1', 'p1', 'f1']));
  it('is as remembered', () => expect(of({}, { unit: 'b1', group: 'p2', forecast: 'f2' })).toEqual(['b1', 'p2', 'f2']));
  it('is as the address asks before what is remembered', () => {
    expect(of({ group: 'p1', forecast: 'f1' }, { group: 'p2', forecast: 'f2' })).toEqual(['b1', 'p1', 'f1']);
  });
  it('is the unit of a group that is asked for', () => expect(of({ group: 'p3' }, { unit: 'b1' })[0]).toBe('b2'));
  it('is a group of the forecast, unless another one is asked for', () => {
    expect(of({ forecast: 'f2' }, { group: 'p1' })).toEqual(['b1', 'p2', 'f2']);
    expect(of({ forecast: 'f2', group: 'p1' }, {})).toEqual(['b1', 'p1', 'f2']);
  });
  it('passes over what is gone', () => expect(of({ unit: 'b0', forecast: 'f9' }, { unit: 'b2' })).toEqual(['b2', 'p3', 'f1']));
});
