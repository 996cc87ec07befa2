import { expect, it } from 'vitest';
import type { NodeView } from '@/api/types';
import { pulseOf } from './pulse';

const node = (status: 'ready' | 'not ready', ...sentences: string[]) =>
  ({ health: { status, checks: sentences.map((sentence) => ({ name: 'x', ok: false, sentence })) } }) as unknown as NodeView;

it('says that the node is current', () =>
  expect(pulseOf({ node: node('ready'), answers: true, asking: false })).toEqual({ kind: 'good', text: 'this node is current' }));

it('repeats the first sentence of what is not ready', () =>
  expect(pulseOf({ node: node('not ready', 'The disk is full.'), answers: true, asking: false }).text).toBe('not ready: The disk is full.'));

it('says that the connection is lost, whatever was seen last', () =>
  expect(pulseOf({ node: node('ready'), answers: false, asking: false })).toEqual({ kind: 'bad', text: 'connection lost, trying again' }));

it('is not alarmed before the first answer', () =>
  expect(pulseOf({ node: undefined, answers: false, asking: true }).kind).toBe('wait'));

it('speaks of the connection only to who may not see the node', () =>
  expect(pulseOf({ node: undefined, answers: true, asking: false }).text).toBe('this node answers'));
