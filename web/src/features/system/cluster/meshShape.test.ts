import { describe, expect, it } from 'vitest';
import { currentNodes, linksOf, replacedNodes, shapeOf, sharedNames, shortened, standingOf, width, nodeRadius } from './meshShape';
import { someLink, someNode, someView } from './sample';

const many = (count: number) => Array.from({ length: count }, (_, index) => someNode(`node-${index + 1}`, { incarnation: index }));

describe('the drawing', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('has room for %d nodes, none over another or beyond the edge', (count) => {
    const { spots, top, height } = shapeOf({ ...someView, nodes: many(count) });
    for (const [index, spot] of spots.entries()) {
      const others = spots.slice(index + 1);
      expect(others.every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) > 2 * nodeRadius + 8)).toBe(true);
      expect(spot.x).toBeGreaterThan(nodeRadius);
      expect(spot.x).toBeLessThan(width - nodeRadius);
      expect(spot.label.y).toBeGreaterThan(top + 10);
      expect(spot.label.y + 15).toBeLessThan(top + height);
    }
  });

  it('keeps every node in its place when another falls silent', () => {
    const places = (live: boolean) => shapeOf({ ...someView, nodes: [...many(4), someNode('node-5', { live })] }).spots.map(({ x, y }) => [x, y]);
    expect(places(false)).toEqual(places(true));
  });

  it('orders numbers as numbers', () => {
    expect(shapeOf({ ...someView, nodes: many(11) }).spots.map(({ name }) => name).slice(-2)).toEqual(['node-10', 'node-11']);
  });
});

describe('links', () => {
  it('are there when either end names them, once', () => {
    expect(linksOf(someView)).toEqual([['a', 'b'], ['b', 'c']]);
    const nodes = [someNode('a'), someNode('b', { links: ['a'] })];
    expect(linksOf({ ...someView, nodes, mesh: { ...someView.mesh, links: [] } })).toEqual([['a', 'b']]);
  });

  it('are known of the answering node before its beat tells of them', () => {
    const nodes = [someNode('a', { answering: true }), someNode('b')];
    expect(linksOf({ ...someView, nodes, mesh: { ...someView.mesh, links: [someLink] } })).toEqual([['a', 'b']]);
  });

  it('end with the node that falls silent, whoever still names it', () => {
    const nodes = [someNode('a', { links: ['b'] }), someNode('b', { live: false, links: ['a'] })];
    expect(linksOf({ ...someView, nodes, mesh: { ...someView.mesh, links: [] } })).toEqual([]);
  });
});

describe('names', () => {
  const before = someNode('b', { incarnation: 4, live: false });
  const now = someNode('b', { incarnation: 9 });

  it('stand for the live process, whatever came before it', () => {
    expect(currentNodes([now, before])).toEqual([now]);
    expect(replacedNodes([before, now])).toEqual([before]);
    expect(replacedNodes([before])).toEqual([]);
    expect(sharedNames([before, now])).toEqual([]);
  });

  it('are told when two live nodes share one', () => {
    expect(sharedNames([now, { ...before, live: true }])).toEqual([['b', [9, 4]]]);
  });

  it('lose their middle when they are long', () => {
    expect([shortened('edge-1', 11), shortened('contact-centre-edge-05', 11)]).toEqual(['edge-1', 'conta…ge-05']);
  });
});

it.each([
  [{ answering: true, hops: 0 }, true, 'answering'],
  [{ hops: 1 }, true, 'linked'],
  [{ hops: 3 }, true, 'relayed'],
  [{ hops: null }, true, 'unreached'],
  [{ hops: null }, false, 'live'],
  [{ hops: 1, live: false }, true, 'silent'],
] as const)('of %j with the mesh on (%s) says %s', (node, on, standing) => {
  expect(standingOf(someNode('x', node), on)).toBe(standing);
});
