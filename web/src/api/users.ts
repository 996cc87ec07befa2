import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client, idempotent, ifMatch } from './client';
import type { ChangeUser, CreateUser, GrantRequest, User, UserWithPassword } from './types';

export const usersKey = ['users'] as const;

export const usersQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: [...usersKey, 'list', search],
    queryFn: ({ pageParam, signal }) => {
      const query = { search: search || undefined, cursor: pageParam, limit: 50 };
      return answer(client.GET('/api/v2/wfm/users', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: [...usersKey, 'one', id],
    queryFn: ({ signal }) => answer(client.GET('/api/v2/wfm/users/{id}', { params: { path: { id } }, signal })),
  });

export const createUser = (body: CreateUser, key: string): Promise<UserWithPassword> =>
  answer(client.POST('/api/v2/wfm/users', { body, headers: idempotent(key) }));

export const changeUser = (user: User, body: ChangeUser): Promise<User> =>
  answer(client.PATCH('/api/v2/wfm/users/{id}', {
    body, params: { path: { id: user.id }, header: ifMatch(user.version) },
  }));

export const setUserGrants = (user: User, grants: GrantRequest[]): Promise<User> =>
  answer(client.PUT('/api/v2/wfm/users/{id}/grants', {
    body: { grants }, params: { path: { id: user.id }, header: ifMatch(user.version) },
  }));

export const resetPassword = (id: string, key: string): Promise<UserWithPassword> =>
  answer(client.POST('/api/v2/wfm/users/{id}/password-reset', {
    params: { path: { id } }, headers: idempotent(key),
  }));
