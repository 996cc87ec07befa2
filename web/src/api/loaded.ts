import { useInfiniteQuery, useQuery, type UseInfiniteQueryOptions, type UseQueryOptions, type InfiniteData, type QueryKey } from '@tanstack/react-query';
import { ApiProblem, toProblem } from './problem';
import { useMay } from './session';

/** What a view draws: every state that a page can be in, and nothing else. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'forbidden'; permission: string }
  | { state: 'failed'; problem: ApiProblem; retry: () => void }
  | { state: 'full'; data: T; stale?: { problem: ApiProblem; retry: () => void } };

/** What is there, if it is. */
export const dataOf = <T>(loaded: Loaded<T>): T | undefined => (loaded.state === 'full' ? loaded.data : undefined);

/** The pages read so far of a list that the server gives by cursor. */
export interface Pages<T> {
  items: T[];
  more?: { load: () => void; loading: boolean };
}

interface QueryState<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

function loadedOf<T>(query: QueryState<T>, may: boolean, permission: string): Loaded<T> {
  if (!may) {
    return { state: 'forbidden', permission };
  }
  const retry = () => void query.refetch();
  if (query.error) {
    const problem = toProblem(query.error);
    if (problem.status === 403) {
      return { state: 'forbidden', permission };
    }
    return query.data === undefined
      ? { state: 'failed', problem, retry }
      : { state: 'full', data: query.data, stale: { problem, retry } };
  }
  return query.data === undefined ? { state: 'loading' } : { state: 'full', data: query.data };
}

/** Asks only if the session has the permission; otherwise says which one is missing. */
export function usePermitted<T, Key extends QueryKey>(
  permission: string,
  options: UseQueryOptions<T, Error, T, Key>,
): Loaded<T> {
  const may = useMay(permission);
  return loadedOf(useQuery({ ...options, enabled: may && (options.enabled ?? true) }), may, permission);
}

export interface CursorPage<T> {
  items: T[];
  next_cursor?: string | null;
}

type CursorOptions<T, Key extends QueryKey> = UseInfiniteQueryOptions<
  CursorPage<T>, Error, InfiniteData<CursorPage<T>>, Key, string | undefined
>;

export function usePermittedPages<T, Key extends QueryKey>(
  permission: string,
  options: CursorOptions<T, Key>,
): Loaded<Pages<T>> {
  const may = useMay(permission);
  const query = useInfiniteQuery({ ...options, enabled: may && options.enabled !== false });
  const data = query.data && {
    items: query.data.pages.flatMap((page) => page.items),
    more: query.hasNextPage
      ? { load: () => void query.fetchNextPage(), loading: query.isFetchingNextPage }
      : undefined,
  };
  return loadedOf({ data, error: query.error, refetch: query.isFetchNextPageError ? query.fetchNextPage : query.refetch }, may, permission);
}
