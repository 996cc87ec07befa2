import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { someNeed } from '../../sample';
import { useSearch } from './useSearch';

const asked = { forecast: 'f1', date: '2026-03-02', groups: [], from: 480, to: 600 };

it('goes on interval by interval, and stops where it is cancelled', async () => {
  const times: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { time } = (await request.json()) as { time: string };
    times.push(time);
    const next = { '08:00': '08:30', '08:30': '09:30' }[time];
    return next ? Response.json({ ...someNeed, time, next_time: next }) : new Promise<Response>((_, reject) => {
      request.signal.addEventListener('abort', () => reject(new DOMException('Left.', 'AbortError')));
    });
  });
  const { result } = renderHook(() => useSearch());
  act(() => void result.current.start(asked));
  await waitFor(() => expect(result.current.search?.found).toHaveLength(2));
  // A signal that has come already is heard by nobody: the third is to be on its way.
  await waitFor(() => expect(times).toHaveLength(3));
  expect(result.current.search).toMatchObject({ isRunning: true, isCancelled: false });
  act(() => result.current.cancel());
  await waitFor(() => expect(result.current.search).toMatchObject({ isRunning: false, isCancelled: true }));
  expect(times).toEqual(['08:00', '08:30', '09:30']);
});

it('ends where nothing is forecast any more, and leaves out what lies beyond the part of the day', async () => {
  vi.stubGlobal('fetch', async (request: Request) => {
    const { time } = (await request.json()) as { time: string };
    return Response.json({ ...someNeed, time, next_time: time === '08:00' ? '10:00' : null });
  });
  const { result } = renderHook(() => useSearch());
  act(() => void result.current.start(asked));
  await waitFor(() => expect(result.current.search).toMatchObject({ isRunning: false }));
  expect(result.current.search?.found.map(({ time }) => time)).toEqual(['08:00']);
  expect(result.current.search?.problem).toBeUndefined();
});

it('says why it went no further', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ title: 'Wrong', status: 400, errors: [{ field: 'date', message: 'is none.' }] }, { status: 400 })));
  const { result } = renderHook(() => useSearch());
  act(() => void result.current.start(asked));
  await waitFor(() => expect(result.current.search?.problem?.status).toBe(400));
  expect(result.current.search).toMatchObject({ isRunning: false, isCancelled: false, found: [] });
});
