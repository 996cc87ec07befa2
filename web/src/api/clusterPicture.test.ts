import { expect, it } from 'vitest';
import { follow, type ClusterPicture } from './clusterPicture';
import type { ClusterView } from './types';
import { within } from './within';

const viewOf = (...nodes: [number, boolean][]) =>
  ({ nodes: nodes.map(([incarnation, live]) => ({ incarnation, live })) }) as unknown as ClusterView;
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 9, 0, seconds));
const seconds = (picture: ClusterPicture, incarnation: number) => new Date(picture.silent[incarnation]?.at ?? '').getUTCSeconds();

it('knows since when a node is silent that it saw falling silent, and keeps it', () => {
  const first = follow(undefined, viewOf([1, true]), at(10));
  const second = follow(first, viewOf([1, false]), at(11));
  const third = follow(second, viewOf([1, false]), at(12));
  expect([seconds(second, 1), second.silent[1]?.seen]).toEqual([9, true]);
  expect(third.silent).toEqual(second.silent);
});

it('does not pretend to know it of a node that was silent when it came, or fell silent while nobody watched', () => {
  const first = follow(undefined, viewOf([1, false], [2, true]), at(10));
  const second = follow(first, viewOf([1, false], [2, false]), at(30));
  expect([seconds(second, 1), second.silent[1]?.seen]).toEqual([10, false]);
  expect([seconds(second, 2), second.silent[2]?.seen]).toEqual([30, false]);
});

it('forgets the silence of a node that speaks again', () => {
  const silent = follow(undefined, viewOf([1, false]), at(10));
  expect(follow(silent, viewOf([1, true]), at(11)).silent).toEqual({});
});

it('ends a wait with its time, or with the signal that was given', async () => {
  const late = within(1, new AbortController().signal);
  await new Promise((done) => late.addEventListener('abort', done));
  expect((late.reason as DOMException).name).toBe('TimeoutError');
  const given = new AbortController();
  const both = within(60_000, given.signal);
  given.abort();
  expect(both.aborted).toBe(true);
});
