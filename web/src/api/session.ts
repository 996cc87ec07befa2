import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, client, idempotent } from './client';
import { ApiProblem } from './problem';
import type { Session } from './types';

/** Who is signed in; null is an answer too. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await answer(client.GET('/api/v2/wfm/session', { signal }));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) {
        return null;
      }
      throw error;
    }
  },
  staleTime: 60_000,
});

export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data ?? undefined;
}

export function useMay(permission: string): boolean {
  return useSession()?.permissions.includes(permission) ?? false;
}

export interface Credentials {
  user_name: string;
  password: string;
}

export const signIn = (body: Credentials, key: string): Promise<Session> =>
  answer(client.POST('/api/v2/wfm/session', { body, headers: idempotent(key) }));

export const signOut = (): Promise<unknown> => answer(client.DELETE('/api/v2/wfm/session'));

export interface PasswordChange {
  current_password: string;
  new_password: string;
}

export const changePassword = (body: PasswordChange, key: string): Promise<unknown> =>
  answer(client.POST('/api/v2/wfm/session/password', { body, headers: idempotent(key) }));
