import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { sessionQuery } from '@/api/session';

interface Entry {
  context: { queries: QueryClient };
  location: { href: string };
}

/** The way into every page of the frame: signed in, and with a password of one's own. */
export async function requireSession({ context, location }: Entry): Promise<void> {
  const session = await context.queries.query({ ...sessionQuery, staleTime: 'static' });
  if (!session) {
    throw redirect({ to: '/sign-in', search: { return_to: location.href } });
  }
  if (session.must_change_password) {
    throw redirect({ to: '/first-password', search: { return_to: location.href } });
  }
}

/** The first password is changed before anything else, and only by someone who signed in with it. */
export async function requireFirstPassword({ context }: Entry): Promise<void> {
  const session = await context.queries.query({ ...sessionQuery, staleTime: 'static' });
  if (!session) {
    throw redirect({ to: '/sign-in' });
  }
  if (!session.must_change_password) {
    throw redirect({ to: '/' });
  }
}
