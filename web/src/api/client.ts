import createClient from 'openapi-fetch';
import { problemOf, unreachable } from './problem';
import type { paths } from './schema';
import { ask } from './servers';

const root = '/api/v2/wfm';

/** The one door to the server. The session travels in a cookie that scripts cannot read. */
export const client = createClient<paths>({
  baseUrl: globalThis.location.origin,
  credentials: 'same-origin',
  fetch: (request) => ask(request),
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; everything else is thrown as an `ApiProblem`. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  const result = await call.catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : unreachable();
  });
  if (!result.response.ok) {
    throw problemOf(result.response, result.error);
  }
  return result.data as T;
}

/** The condition of a change: the version that was read. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

/** The name of an intent: sent again, it is not done again. */
export const idempotent = (key: string) => ({ 'Idempotency-Key': key });

export const apiReference = '/api-reference/';
export const openApiDocument = `${root}/openapi.json`;
