import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { sessionQuery, signIn } from '@/api/session';
import { useIntent } from '@/api/useIntent';
import { safeReturnTo } from '@/lib/returnTo';
import { SignInView } from './SignInView';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { return_to } = route.useSearch();
  const queries = useQueryClient();
  const router = useRouter();
  const attempt = useIntent(signIn, (session) => {
    // Nothing that another person read in this tab survives.
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, session);
    router.history.push(safeReturnTo(return_to));
  });
  return (
    <SignInView
      signIn={attempt.mutate}
      signingIn={attempt.isPending}
      error={attempt.error}
      returning={return_to !== undefined && safeReturnTo(return_to) !== '/'}
    />
  );
}
