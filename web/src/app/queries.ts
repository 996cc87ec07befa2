import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@/api/problem';
import { sessionQuery } from '@/api/session';

const mayHelp = (error: Error): boolean => !(error instanceof ApiProblem) || error.status === 0 || error.status >= 502;

/**
 * What the client has read. After a 401 the session is asked for again: if it is gone, the frame leads to the
 * sign-in page and back; if it is not (a wrong present password may be a 401 too), nothing happens.
 */
export function createQueries(): QueryClient {
  const onError = (error: Error) => {
    const signedIn = Boolean(queries.getQueryData(sessionQuery.queryKey)?.user);
    if (error instanceof ApiProblem && error.status === 401 && signedIn) {
      void queries.invalidateQueries(sessionQuery);
    }
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (count, error) => count < 2 && mayHelp(error), networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  return queries;
}
