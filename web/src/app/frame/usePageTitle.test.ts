import { expect, it } from 'vitest';
import { titleOf } from './usePageTitle';

it('names a window by its page, its area and Muster', () => {
  expect(titleOf('/people/work-plans')).toBe('Work plans · People · Muster');
  expect(titleOf('/my')).toBe('My schedule · Muster');
  expect(titleOf('/password')).toBe('Password · Muster');
  expect(titleOf('/')).toBe('Muster');
});
