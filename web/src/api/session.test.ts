import { expect, it } from 'vitest';
import { heldBy, mayIn } from './session';

const supervisor = {
  permissions: ['system:view'],
  units: [
    { unit_ids: ['business'], permissions: ['forecast:view'] },
    { unit_ids: ['berlin', 'rome'], permissions: ['forecast:view', 'schedule:view'] },
  ],
};

it('opens what is held everywhere or in any unit, each once', () => expect(heldBy(supervisor)).toEqual(['system:view', 'forecast:view', 'schedule:view']));

it('lets do in a unit what is held there or everywhere', () => {
  expect(mayIn(supervisor, 'schedule:view', 'berlin')).toBe(true);
  expect(mayIn(supervisor, 'schedule:view', 'business')).toBe(false);
  expect(mayIn(supervisor, 'forecast:view', 'business')).toBe(true);
  expect(mayIn(supervisor, 'system:view', 'elsewhere')).toBe(true);
});

it('takes what is held in units for nothing that is everybody’s', () => expect(mayIn(supervisor, 'schedule:view', undefined)).toBe(false));
