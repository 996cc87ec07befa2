import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { ApiProblem, unreachable } from './problem';
import { useIntent } from './useIntent';

function intent(...outcomes: (Error | string)[]) {
  const keys: string[] = [];
  const send = vi.fn((_: { name: string }, key: string) => {
    keys.push(key);
    const outcome = outcomes.shift() ?? 'done';
    return typeof outcome === 'string' ? Promise.resolve(outcome) : Promise.reject(outcome);
  });
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
  const { result } = renderHook(() => useIntent(send), { wrapper });
  const attempt = (name: string) => act(() => result.current.mutateAsync({ name }).catch(() => undefined));
  return { keys, attempt };
}

it('keeps its key while nothing answered, and takes a new one after a success', async () => {
  const { keys, attempt } = intent(unreachable(), 'done', 'done');
  await attempt('Ada');
  await attempt('Ada');
  await attempt('Ada');
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[1]);
});

it('takes a new key for another body', async () => {
  const { keys, attempt } = intent(unreachable(), 'done');
  await attempt('Ada');
  await attempt('Grace');
  expect(keys[1]).not.toBe(keys[0]);
});

it('takes a new key after a refusal, so that an old refusal is never replayed', async () => {
  const { keys, attempt } = intent(new ApiProblem(401, 'Locked'), 'done');
  await attempt('Ada');
  await attempt('Ada');
  expect(keys[1]).not.toBe(keys[0]);
});
