import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { forecastsQuery, partQuery, requirementQuery, type WhatIf } from './forecasts';
import { ApiProblem } from './problem';

const key = { forecast: 'f1', group: 'p1' };

it('never shows the answer to another question, but the one before while a new version is asked about', async () => {
  vi.stubGlobal('fetch', (request: Request) =>
    Promise.resolve(Response.json({ peak_agents: new URL(request.url).searchParams.get('patience_seconds') === '' ? 20 : 10 })));
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
  const { result, rerender } = renderHook(
    ({ version, asked }: { version: number; asked: WhatIf }) => useQuery(requirementQuery(key, version, asked)).data?.peak_agents,
    { wrapper, initialProps: { version: 1, asked: {} } },
  );
  await waitFor(() => expect(result.current).toBe(10));
  rerender({ version: 2, asked: {} });
  expect(result.current).toBe(10);
  rerender({ version: 2, asked: { patience_seconds: '' } });
  expect(result.current).toBeUndefined();
  await waitFor(() => expect(result.current).toBe(20));
});

it('does not look again for a part that is not there', () => {
  const { refetchInterval } = partQuery(key);
  const after = (error: Error | null) => (typeof refetchInterval === 'function' ? refetchInterval({ state: { error } } as never) : undefined);
  expect([after(null), after(new ApiProblem(404, 'Not there')), after(new ApiProblem(503, 'Busy'))]).toEqual([15_000, false, 15_000]);
});

it('reads forecasts to the last page', async () => {
  vi.stubGlobal('fetch', (request: Request) => {
    const cursor = new URL(request.url).searchParams.get('cursor');
    return Promise.resolve(Response.json(cursor === null ? { items: [{ id: 'f1' }], next_cursor: 'n' } : { items: [{ id: cursor }], next_cursor: null }));
  });
  const queries = new QueryClient();
  expect((await queries.query(forecastsQuery('b1'))).map(({ id }) => id)).toEqual(['f1', 'n']);
});
