import type { HandedOver } from '@/api/cluster';
import type { ClusterNode, ClusterView, Lease } from '@/api/types';
import { formatNumber } from '@/lib/format';
import { linksOf, shapeOf } from './meshShape';

type Consistency = ClusterView['consistency'];

const countOf = (count: number, one: string, many = `${one}s`): string => `${formatNumber(count)} ${count === 1 ? one : many}`;

export const listOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** What a node has not applied yet of what it follows; nothing when it is up to date. */
export function behindOf({ applied }: ClusterNode): string[] {
  return applied.length === 0 ? ['nothing yet'] : applied.filter(({ behind }) => behind !== 0).map(({ scope, behind, timeline }) => {
    if (behind !== null) {
      return `${countOf(behind, 'change')} behind in ${scope}`;
    }
    return timeline === 0 ? `nothing of ${scope} yet` : `${scope} from before a failover (timeline ${timeline})`;
  });
}

/** "Stale reads older than 1 s: 0 of 12,345." */
export const staleSentence = ({ stale, checked }: Consistency): string =>
  checked === 0
    ? 'Stale reads older than 1 s: none compared yet.'
    : `Stale reads older than 1 s: ${formatNumber(stale)} of ${formatNumber(checked)}.`;

export const unansweredSentence = ({ unanswered }: Consistency): string =>
  unanswered === 0
    ? 'Every question was answered in time.'
    : `${countOf(unanswered, 'question')} ${unanswered === 1 ? 'was' : 'were'} not answered in time.`;

/** The picture in words, for who does not see it. */
export function describeMesh(view: ClusterView): string {
  const { spots } = shapeOf(view);
  const nodes = spots.map(({ name, word }) => `${name}: ${word}.`);
  const links = linksOf(view).map(([one, other]) => `${one} to ${other}`);
  return `${nodes.join(' ')} ${links.length === 0 ? 'There are no links.' : `Links: ${listOf(links)}.`}`;
}

export const sharedSentence = (name: string, incarnations: readonly number[]): string =>
  `${countOf(incarnations.length, 'live node')} call themselves ${name}: incarnations ${listOf(incarnations.map(String))}.`;

/** How a handover ended, for as long as it is true; nothing when others have taken the duty since. */
export function handoverOutcome(done: HandedOver, to: string, lease: Lease): { done: boolean; sentence: string } | undefined {
  if (done.lease.holder === to) {
    return lease.epoch > done.lease.epoch
      ? undefined
      : { done: true, sentence: `${to} has ${lease.name} after ${formatNumber(Math.max(1, Math.round(done.tookMilliseconds)))} ms.` };
  }
  if (lease.holder === to) {
    return { done: true, sentence: `${to} has ${lease.name} now.` };
  }
  return lease.epoch > done.lease.epoch
    ? undefined
    : { done: false, sentence: `${to} has not taken ${lease.name} yet.` };
}
