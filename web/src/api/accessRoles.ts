import { queryOptions } from '@tanstack/react-query';
import { answer, client, idempotent, ifMatch } from './client';
import type { AccessRole, CreateAccessRole } from './types';

export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v2/wfm/permissions', { signal }))).items,
  staleTime: 300_000,
});

export const accessRolesQuery = queryOptions({
  queryKey: ['access-roles'],
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v2/wfm/access-roles', { signal }))).items,
});

export const createAccessRole = (body: CreateAccessRole, key: string): Promise<AccessRole> =>
  answer(client.POST('/api/v2/wfm/access-roles', { body, headers: idempotent(key) }));

const atVersion = (role: AccessRole) => ({ params: { path: { id: role.id }, header: ifMatch(role.version) } });

export const changeAccessRole = (role: AccessRole, body: CreateAccessRole): Promise<AccessRole> =>
  answer(client.PATCH('/api/v2/wfm/access-roles/{id}', { body, ...atVersion(role) }));

export const deleteAccessRole = (role: AccessRole): Promise<unknown> =>
  answer(client.DELETE('/api/v2/wfm/access-roles/{id}', atVersion(role)));
