import { expect, it } from 'vitest';
import type { Unit } from '@/api/units';
import { chosenUnit, unitPageOf } from './unitPages';

const service: Unit = { id: 'b1', name: 'Service', zone: 'Europe/Berlin' };
const berlin: Unit = { id: 'm1', name: 'Berlin', zone: 'Europe/Berlin', parent: service };
const units = [service, berlin];

it('believes the address before what is remembered', () =>
  expect(chosenUnit(units, '/people/agents', { unit: 'm1' }, 'b1')).toBe(berlin));

it('shows what is remembered where an address names no unit', () =>
  expect(chosenUnit(units, '/today', {}, 'b1')).toBe(service));

it('knows an address that asks for all units', () =>
  expect(chosenUnit(units, '/people/agents', { unit: 'all' }, 'b1')).toBeUndefined());

it('forgets a unit that may not be seen any more', () =>
  expect(chosenUnit(units, '/today', {}, 'gone')).toBeUndefined());

it('asks a page of business units for the one that a management unit is in', () => {
  expect(unitPageOf('/forecast/volume')?.write(berlin)).toMatchObject({ unit: 'b1' });
  expect(unitPageOf('/schedule')?.write(berlin)).toMatchObject({ unit: 'b1', site: 'm1' });
  expect(unitPageOf('/adherence/rules')?.write(berlin)).toMatchObject({ unit: 'b1' });
  expect(unitPageOf('/adherence/now')?.write(berlin)).toEqual({ unit: 'm1' });
  expect(unitPageOf('/people/agents')?.write(undefined)).toMatchObject({ unit: 'all' });
});
