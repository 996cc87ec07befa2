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

type Holder = Pick<Session, 'permissions' | 'units'>;

/** What is held everywhere or in some unit: it opens pages, which then show what may be seen. */
export const heldBy = ({ permissions, units }: Holder): readonly string[] => [...new Set([...permissions, ...units.flatMap((some) => some.permissions)])];

/** Whether something may be done in a business or management unit; without a unit: everywhere. */
export const mayIn = ({ permissions, units }: Holder, permission: string, unit: string | undefined): boolean =>
  permissions.includes(permission) || units.some((some) => some.permissions.includes(permission) && some.unit_ids.includes(unit ?? ''));

const nothing: readonly string[] = [];

export function useHeld(): readonly string[] {
  const session = useSession();
  return session ? heldBy(session) : nothing;
}

/** Whether it is held anywhere. */
export function useMay(permission: string): boolean {
  return useHeld().includes(permission);
}

/** Whether it may be done in that unit; without one: everywhere. */
export function useMayIn(permission: string, unit: string | undefined): boolean {
  return useWhere()(permission, unit);
}

/** Asks of any unit what may be done in it. */
export function useWhere(): (permission: string, unit: string | undefined) => boolean {
  const session = useSession();
  return (permission, unit) => session !== undefined && mayIn(session, permission, unit);
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
