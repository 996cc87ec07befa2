import { describe, expect, it, vi } from 'vitest';
import { difference } from './difference';
import { formatBytes, formatDuration, formatMinutes, formatStopwatch } from './format';
import { grouped } from './grouped';
import { newKey } from './newKey';
import { safeReturnTo } from './returnTo';

describe('format', () => {
  it.each([[0, '0 B'], [1023, '1,023 B'], [1024, '1 KiB'], [48_234_496, '46 MiB'], [1024 ** 4 * 3000, '3,000 TiB']])(
    'writes %d bytes as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text),
  );
  it.each([[-3, '0:00'], [42.9, '0:42'], [725, '12:05'], [3_725, '1:02:05'], [36_000, '10:00:00']])(
    'shows %d seconds as the stopwatch %s', (seconds, text) => expect(formatStopwatch(seconds)).toBe(text),
  );
  it.each([[0, '0 s'], [59, '59 s'], [725, '12 min 5 s'], [3_600, '1 h 0 min'], [273_600, '3 d 4 h'], [-5, '0 s']])(
    'writes %d seconds as %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text),
  );
  it.each([[0, '0 min'], [45, '45 min'], [60, '1 h'], [510, '8 h 30 min'], [1_440, '24 h'], [2_400, '40 h']])(
    'writes %d minutes as %s', (minutes, text) => expect(formatMinutes(minutes)).toBe(text),
  );
});

describe('difference', () => {
  it('tells added, removed, changed and same apart, the same last', () => {
    const changes = difference({ name: 'A', same: 1, gone: true }, { name: 'B', same: 1, fresh: ['x', 'y'] });
    expect(changes.map(({ path, kind }) => [path, kind])).toEqual([
      ['name', 'changed'], ['gone', 'removed'], ['fresh', 'added'], ['same', 'same'],
    ]);
  });
  it('reads a creation, a deletion and nothing at all', () => {
    expect(difference(null, { a: { b: null } })).toEqual([{ path: 'a.b', kind: 'added', before: undefined, after: '(empty)' }]);
    expect(difference({ a: [] }, null)).toEqual([{ path: 'a', kind: 'removed', before: '(none)', after: undefined }]);
    expect(difference(null, null)).toEqual([]);
  });
  it('compares objects inside of lists', () => {
    const [change] = difference({ grants: [{ role: 'A' }] }, { grants: [{ role: 'B' }] });
    expect(change).toEqual({ path: 'grants.0.role', kind: 'changed', before: 'A', after: 'B' });
  });
});

describe('where to return to', () => {
  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '', undefined, '/sign-in?return_to=/x'])(
    'refuses %s', (to) => expect(safeReturnTo(to)).toBe('/'),
  );
  it('keeps a place with its filters', () => expect(safeReturnTo('/system/users?search=ada')).toBe('/system/users?search=ada'));
});

describe('keys', () => {
  it('makes a version 4 UUID where the browser has no randomUUID', () => {
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(255) });
    expect(newKey()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });
});

it('groups in the order of first appearance', () => {
  expect([...grouped(['b1', 'a1', 'b2'], (item) => item.charAt(0))]).toEqual([['b', ['b1', 'b2']], ['a', ['a1']]]);
});
