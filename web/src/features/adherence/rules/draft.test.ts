import { expect, it } from 'vitest';
import { draftOf, emptyRow, isSame, placeOf, rulesFor, rulesOf, usualTerms, withActivity, withCategory, withoutActivity, withRow, withRows } from './draft';
import { someRules } from './sample';

const before = draftOf(someRules.entries[1]?.rules);

it('says nothing of what is usual, and everything else as it was', () => {
  const rules = rulesOf(withCategory(before, 'break', usualTerms));
  expect(rules.categories?.map(({ category }) => category)).toEqual(['meal']);
  expect(rules.mappings?.[1]).toEqual({ source: 'acd', state: 'Idle', counts_as: 'break', reason: '7' });
  expect(isSame(draftOf(rules), before)).toBe(true);
});

it('is the same again when a change is taken back', () => {
  const changed = withRow(before, 0, { state: 'Open' });
  expect(isSame(changed, before)).toBe(false);
  expect(isSame(withRow(changed, 0, { state: 'Ready ' }), before)).toBe(true);
});

it('puts rows of the same state and reason code in the place of others', () => {
  const rows = withRows(before, [{ ...emptyRow, source: 'acd', state: 'Idle', reason: '7', counts_as: 'meal' }, { ...emptyRow, source: 'acd', state: 'Idle' }]);
  expect(rows.mappings.map((row) => row.counts_as)).toEqual(['on_queue', 'meal', 'on_queue']);
});

it('tries a state with its own mappings alone', () => {
  const rules = rulesFor(withRow(before, 0, { state: '' }), 'acd', 'Idle');
  expect(rules.mappings).toHaveLength(1);
  expect(rules.categories).toHaveLength(1);
});

it('knows where the server will name a category', () => {
  const both = withCategory(before, 'break', { ...usualTerms, ignored: true });
  expect([placeOf(both, 'break'), placeOf(both, 'meal'), placeOf(both, 'training')]).toEqual([0, 1, -1]);
});

it('gives an activity terms of its own and takes them away', () => {
  const added = withActivity(before, 'c2', usualTerms);
  expect(rulesOf(added).activities?.map((one) => one.activity_code_id)).toEqual(['c1', 'c2']);
  expect(isSame(withoutActivity(added, 'c2'), before)).toBe(true);
});
