import { expect, it } from 'vitest';
import { pulseOf } from './pulse';

const beat = { node: 'a', current: true };
const cluster = { level: 'good', sentence: 'all 4 nodes current' } as const;

it('says what the cluster says', () =>
  expect(pulseOf({ state: 'open', beat, cluster, answers: true })).toEqual({ kind: 'good', text: 'all 4 nodes current' }));

it('believes the beat before the cluster: a node that is not current knows nothing of others', () =>
  expect(pulseOf({ state: 'open', beat: { ...beat, current: false }, cluster, answers: true }).text).toBe('this node is not current'));

it('says that the connection is lost, whatever was heard last', () =>
  expect(pulseOf({ state: 'lost', beat: undefined, cluster, answers: false })).toEqual({ kind: 'bad', text: 'connection lost, trying again' }));

it('tells a lost live connection from a lost server', () =>
  expect(pulseOf({ state: 'lost', beat: undefined, cluster, answers: true })).toEqual({ kind: 'wait', text: 'live connection lost, trying again' }));

it('is not alarmed before the first word', () =>
  expect(pulseOf({ state: 'connecting', beat: undefined, cluster: undefined, answers: true }).kind).toBe('wait'));
