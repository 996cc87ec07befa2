import { queryOptions } from '@tanstack/react-query';
import { answer, client, idempotent } from './client';
import { follow, type ClusterPicture } from './clusterPicture';
import type { Lease } from './types';
import { within } from './within';

const everyMilliseconds = 1_000;
/** A node that is stopped answers neither yes nor no; without an end to the wait its last words would look current. */
const patienceMilliseconds = 4_000;

const clusterKey = ['system', 'cluster'] as const;

export const clusterQuery = queryOptions({
  queryKey: clusterKey,
  queryFn: async ({ signal, client: queries }): Promise<ClusterPicture> => {
    const view = await answer(client.GET('/api/v2/wfm/system/cluster', { signal: within(patienceMilliseconds, signal) }));
    return follow(queries.getQueryData<ClusterPicture>(clusterKey), view, new Date());
  },
  refetchInterval: everyMilliseconds,
  retry: false,
});

export interface Handover {
  name: string;
  to: string;
}

export interface HandedOver {
  lease: Lease;
  /** From the request to its answer. */
  tookMilliseconds: number;
}

export async function handOver({ name, to }: Handover, key: string): Promise<HandedOver> {
  const asked = performance.now();
  const lease = await answer(client.POST('/api/v2/wfm/system/leases/{name}/handover', {
    params: { path: { name } }, body: { to }, headers: idempotent(key),
  }));
  return { lease, tookMilliseconds: performance.now() - asked };
}
