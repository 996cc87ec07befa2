import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

export const tokensQuery = infiniteQueryOptions({
  queryKey: ['tokens'],
  queryFn: ({ pageParam, signal }) =>
    answer(client.GET('/api/v2/wfm/tokens', { params: { query: { cursor: pageParam, limit: 50 } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export const revokeToken = (id: string): Promise<unknown> =>
  answer(client.DELETE('/api/v2/wfm/tokens/{id}', { params: { path: { id } } }));
