import type { ClusterView } from './types';

/** Since when a node is silent, as seen from this page. */
export interface Silence {
  at: string;
  /** False when it was silent already when it was first looked at. */
  seen: boolean;
}

/** The cluster as last told, with what only somebody who keeps watching knows. */
export interface ClusterPicture {
  view: ClusterView;
  at: string;
  /** By incarnation, because a name comes back. */
  silent: Record<number, Silence>;
}

/** The server calls a node dead when its beat has stood still for so long. */
const deadAfterMilliseconds = 2_000;
/** A page that was hidden did not watch. */
const watchedMilliseconds = 5_000;

export function follow(before: ClusterPicture | undefined, view: ClusterView, now: Date): ClusterPicture {
  const watched = before !== undefined && now.getTime() - Date.parse(before.at) < watchedMilliseconds;
  const lived = new Set(before?.view.nodes.filter((node) => node.live).map((node) => node.incarnation));
  const silenceOf = (incarnation: number): Silence => {
    const known = before?.silent[incarnation];
    if (known) {
      return known;
    }
    const seen = watched && lived.has(incarnation);
    return { at: new Date(now.getTime() - (seen ? deadAfterMilliseconds : 0)).toISOString(), seen };
  };
  const silent = view.nodes.filter((node) => !node.live).map((node) => [node.incarnation, silenceOf(node.incarnation)] as const);
  return { view, at: now.toISOString(), silent: Object.fromEntries(silent) };
}
