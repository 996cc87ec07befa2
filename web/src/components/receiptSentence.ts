import type { Published } from '@/api/types';
import { formatNumber } from '@/lib/format';

/** "Applied on 4 of 4 nodes in 11 ms". */
export function receiptSentence({ applied, pending }: Published): string {
  if (!applied) {
    return 'The database has it.';
  }
  // A node that left serves nobody any more.
  const nodes = applied.nodes.filter(({ state }) => state !== 'left');
  const done = nodes.length - (pending?.length ?? 0);
  return `Applied on ${done} of ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'} in ${formatNumber(applied.took_ms)} ms`;
}
