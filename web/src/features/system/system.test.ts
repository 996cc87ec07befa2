import { expect, it } from 'vitest';
import { readAuditSearch, readUserSearch } from './search';
import { isTab, tabPath } from './tabs';

it('takes from an address what it knows and leaves the rest', () => {
  expect(readUserSearch({ search: 42, user: '', other: 'x' })).toEqual({ search: '42' });
  expect(readAuditSearch({ actor: 'ada', from: ['no'], to: null })).toEqual({ actor: 'ada' });
});

it('knows its tabs', () => {
  expect([isTab('audit'), isTab('nothing'), isTab(undefined)]).toEqual([true, false, false]);
  expect(tabPath('node')).toBe('/system/node');
});
