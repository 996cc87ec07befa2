import type { ClusterPicture } from '@/api/clusterPicture';
import type { ClusterNode, ClusterView, Lease, MeshLink } from '@/api/types';

/** What the tests of this folder look at. */
export const someNode = (name: string, changes: Partial<ClusterNode> = {}): ClusterNode => ({
  name, incarnation: name.charCodeAt(0), live: true, answering: false, hops: 1, roles: ['server'], addresses: [`http://${name}:7070`],
  build: '0.1.0+d4258eb978c2f82f', started_at: '2026-01-01T08:00:00Z', links: [],
  applied: [{ scope: 'access', timeline: 1, version: 5, behind: 0 }], ...changes,
});

export const someLease: Lease = {
  name: 'housekeeping', holder: 'a', incarnation: 97, timeline: 1, epoch: 3, remaining_seconds: 1.9,
  taken_at: '2026-01-01T08:00:00Z', taken_because: 'Nobody held it.', handover_to: null, waiting: ['b', 'c'],
};

export const someLink: MeshLink = {
  peer: 'b', dialled: true, age_seconds: 60, round_trip_ms: 0.4, waiting: 0, sent: 12, received: 11, conflated: 0, dropped: 0,
};

export const someView: ClusterView = {
  node: 'a',
  timeline: 1,
  nodes: [someNode('a', { answering: true, hops: 0, links: ['b'] }), someNode('b', { links: ['a', 'c'] }), someNode('c', { hops: 2, links: ['b'] })],
  scopes: [{ name: 'access', timeline: 1, version: 5 }],
  mesh: { on: true, sentence: 'Reaches 2 of 2 other nodes, 1 through relay.', links: [someLink], troubles: [] },
  leases: [someLease],
  consistency: { checked: 12_345, stale: 0, unanswered: 0, sentence: 'Stale reads older than 1 s: 0 of 12345.' },
};

export const pictureOf = (view: ClusterView): ClusterPicture => ({ view, at: '2026-01-01T09:00:00Z', silent: {} });
