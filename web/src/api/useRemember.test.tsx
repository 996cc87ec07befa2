import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { preferenceQuery } from './preferences';
import { useRemember } from './useRemember';

it('keeps what is remembered beside what changes, even when that is not read yet', async () => {
  const put: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'PUT') {
      put.push(((await request.json()) as { value: unknown }).value);
      return Response.json({});
    }
    return Response.json({ value: { unit: 'b1', group: 'p1' } });
  });
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
  const { result } = renderHook(() => useRemember('forecast'), { wrapper });
  act(() => result.current({ tab: 'staffing' }));
  await waitFor(() => expect(put).toEqual([{ tab: 'staffing', unit: 'b1', group: 'p1' }]));
  act(() => result.current({ group: 'p2' }));
  await waitFor(() => expect(put[1]).toEqual({ tab: 'staffing', unit: 'b1', group: 'p2' }));
  expect(queries.getQueryData(preferenceQuery('forecast').queryKey)).toEqual(put[1]);
});
