import type { ClusterNode, ClusterView } from '@/api/types';

/** How a node stands to the one that answers; each has a shape and a word of its own. */
export type Standing = 'answering' | 'linked' | 'relayed' | 'unreached' | 'live' | 'silent';

export interface Spot {
  name: string;
  standing: Standing;
  word: string;
  x: number;
  y: number;
  label: { x: number; y: number; anchor: 'start' | 'middle' | 'end' };
}

export interface Line {
  from: Spot;
  to: Spot;
}

export interface MeshShape {
  spots: Spot[];
  lines: Line[];
  /** From the top of the highest word to the foot of the lowest; it changes with the number of nodes only. */
  top: number;
  height: number;
}

export const width = 380;
export const nodeRadius = 13;

const centre = { x: width / 2, y: 0 };
const across = 96;
const gap = nodeRadius + 8;
const lineHeight = 15;

/** A node that has come back under its name stands for the one before it. */
export function currentNodes(nodes: readonly ClusterNode[]): ClusterNode[] {
  const best = new Map<string, ClusterNode>();
  for (const node of nodes) {
    const other = best.get(node.name);
    if (!other || (node.live === other.live ? node.incarnation > other.incarnation : node.live)) {
      best.set(node.name, node);
    }
  }
  return [...best.values()];
}

/** The ended processes whose name another process has now. */
export function replacedNodes(nodes: readonly ClusterNode[]): ClusterNode[] {
  const current = new Set(currentNodes(nodes));
  return nodes.filter((node) => !node.live && !current.has(node));
}

/** Live nodes that share a name, by that name. */
export function sharedNames(nodes: readonly ClusterNode[]): [string, number[]][] {
  const byName = new Map<string, number[]>();
  for (const node of nodes.filter((one) => one.live)) {
    byName.set(node.name, [...(byName.get(node.name) ?? []), node.incarnation]);
  }
  return [...byName].filter(([, incarnations]) => incarnations.length > 1);
}

export function standingOf(node: ClusterNode, meshIsOn: boolean): Standing {
  if (!node.live) {
    return 'silent';
  }
  if (node.answering) {
    return 'answering';
  }
  if (!meshIsOn) {
    return 'live';
  }
  return node.hops === null ? 'unreached' : node.hops > 1 ? 'relayed' : 'linked';
}

export function wordOf(standing: Standing, hops: number | null): string {
  switch (standing) {
    case 'answering': return 'answers you';
    case 'linked': return 'linked';
    case 'relayed': return `over ${hops ?? 0} links`;
    case 'unreached': return 'not reached';
    case 'live': return 'live';
    case 'silent': return 'silent';
  }
}

/** Links as pairs of names; a link is there if either end names it, and a silent node's last words do not count. */
export function linksOf({ nodes, node: answering, mesh }: ClusterView): [string, string][] {
  const live = nodes.filter((node) => node.live);
  const names = new Set(live.map((node) => node.name));
  const told = live.flatMap((node) => node.links.map((peer) => [node.name, peer] as const));
  const own = mesh.links.map((link) => [answering, link.peer] as const);
  const pairs = [...told, ...own].filter(([one, other]) => one !== other && names.has(one) && names.has(other))
    .map(([one, other]): [string, string] => (one < other ? [one, other] : [other, one]));
  return [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()];
}

/** The nodes on a circle from the top, in order of their names, so that none moves when another changes. */
export function shapeOf(view: ClusterView): MeshShape {
  const nodes = currentNodes(view.nodes).sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  const spots = nodes.map((node, index): Spot => {
    const standing = standingOf(node, view.mesh.on);
    return { name: node.name, standing, word: wordOf(standing, node.hops), ...placeOf(index, nodes.length) };
  });
  const byName = new Map(spots.map((spot) => [spot.name, spot]));
  const lines = linksOf(view).flatMap(([one, other]) => {
    const [from, to] = [byName.get(one), byName.get(other)];
    return from && to ? [{ from, to }] : [];
  });
  const top = Math.min(0, ...spots.map((spot) => Math.min(spot.y - gap, spot.label.y - lineHeight)));
  const foot = Math.max(0, ...spots.map((spot) => Math.max(spot.y + gap, spot.label.y + lineHeight + 6)));
  return { spots, lines, top: top - 2, height: foot - top + 4 };
}

function placeOf(index: number, count: number): Pick<Spot, 'x' | 'y' | 'label'> {
  if (count === 1) {
    return under(centre.x, centre.y);
  }
  if (count === 2) {
    return under(centre.x + (index === 0 ? -across : across), centre.y);
  }
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [centre.x + across * cos, centre.y + across * sin];
  if (Math.abs(cos) > 0.2) {
    return { x, y, label: { x: x + Math.sign(cos) * gap, y: y - 2, anchor: cos > 0 ? 'start' : 'end' } };
  }
  return sin > 0 ? under(x, y) : { x, y, label: { x, y: y - gap - lineHeight - 2, anchor: 'middle' } };
}

const under = (x: number, y: number): Pick<Spot, 'x' | 'y' | 'label'> => ({ x, y, label: { x, y: y + gap + 12, anchor: 'middle' } });

/** A long name loses its middle: names of nodes differ at their ends. */
export function shortened(name: string, letters: number): string {
  if (name.length <= letters) {
    return name;
  }
  const end = Math.floor((letters - 1) / 2);
  return `${name.slice(0, letters - 1 - end)}…${name.slice(-end)}`;
}
