import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, client, idempotent, ifMatch } from './client';
import type { ChangeClient, Client, ClientWithSecret, CreateClient, GrantRequest } from './types';

export const clientsQuery = infiniteQueryOptions({
  queryKey: ['clients'],
  queryFn: ({ pageParam, signal }) =>
    answer(client.GET('/api/v2/wfm/clients', { params: { query: { cursor: pageParam, limit: 50 } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export const createClient = (body: CreateClient, key: string): Promise<ClientWithSecret> =>
  answer(client.POST('/api/v2/wfm/clients', { body, headers: idempotent(key) }));

const atVersion = (of: Client) => ({ params: { path: { id: of.id }, header: ifMatch(of.version) } });

export const changeClient = (of: Client, body: ChangeClient): Promise<Client> =>
  answer(client.PATCH('/api/v2/wfm/clients/{id}', { body, ...atVersion(of) }));

export const setClientGrants = (of: Client, grants: GrantRequest[]): Promise<Client> =>
  answer(client.PUT('/api/v2/wfm/clients/{id}/grants', { body: { grants }, ...atVersion(of) }));

export const rotateSecret = (id: string, key: string): Promise<ClientWithSecret> =>
  answer(client.POST('/api/v2/wfm/clients/{id}/secret', {
    params: { path: { id } }, headers: idempotent(key),
  }));
