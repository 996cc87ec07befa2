import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

export interface AuditFilter {
  actor?: string;
  entity?: string;
  entity_id?: string;
  /** Local date and time as a browser's field gives it; from is inclusive, to is exclusive. */
  from?: string;
  to?: string;
}

const instant = (local: string | undefined): string | undefined => {
  const at = local ? new Date(local) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
};

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, from: instant(filter.from), to: instant(filter.to), cursor: pageParam, limit: 50 };
      return answer(client.GET('/api/v2/wfm/audit', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
