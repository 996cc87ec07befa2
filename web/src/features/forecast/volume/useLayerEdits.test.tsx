import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { partQuery } from '@/api/forecasts';
import type { DemandLayer, ForecastPart } from '@/api/types';
import { somePart } from '../sample';
import { editPlace } from './layers';
import { useLayerEdits } from './useLayerEdits';

const key = { forecast: 'f1', group: 'p1' };

/** A server that keeps versions, as slow as the test wants. */
function server() {
  let now: ForecastPart = { ...somePart, layers: [] };
  const held: (() => void)[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method !== 'PATCH') {
      return Response.json(now);
    }
    const { layers } = (await request.json()) as { layers: DemandLayer[] };
    await new Promise<void>((go) => held.push(go));
    if (request.headers.get('If-Match') !== `"${now.version}"`) {
      return Response.json({ title: 'Changed' }, { status: 412 });
    }
    now = { ...now, version: now.version + 1, layers };
    return Response.json(now);
  });
  const answer = async () => {
    await waitFor(() => expect(held).not.toHaveLength(0));
    await act(async () => {
      held.shift()?.();
      await Promise.resolve();
    });
  };
  return { answer, held, part: () => now, somebodyElse: () => (now = { ...now, version: now.version + 1 }) };
}

async function editing() {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
  const { result } = renderHook(() => {
    const part = useQuery({ ...partQuery(key), refetchInterval: false }).data;
    return { part, edits: useLayerEdits(key, part) };
  }, { wrapper });
  await waitFor(() => expect(result.current.part).toBeDefined());
  const type = (day: number, value: number) => act(() => {
    void result.current.edits.edit((layers) => editPlace(layers, { date: `2026-03-0${day}` }, 30, value));
  });
  const calm = () => waitFor(() => expect(result.current.edits.busy).toBe(false));
  return { result, type, calm, queries };
}

const values = (part: ForecastPart | undefined) => part?.layers.map(({ value }) => value);

describe('edits of layers', () => {
  it('wait for one another, so that none is lost that is typed quickly', async () => {
    const there = server();
    const { result, type, calm } = await editing();
    type(2, 100);
    type(3, 200);
    type(4, 300);
    await there.answer();
    await there.answer();
    await there.answer();
    await calm();
    expect(values(there.part())).toEqual([100, 200, 300]);
    await waitFor(() => expect(values(result.current.part)).toEqual([100, 200, 300]));
  });

  it('are taken back one by one', async () => {
    const there = server();
    const { result, type, calm } = await editing();
    type(2, 100);
    type(3, 200);
    await there.answer();
    await there.answer();
    await calm();
    for (const left of [[100], []]) {
      await waitFor(() => expect(result.current.edits.undo).toBeDefined());
      act(() => result.current.edits.undo?.());
      await there.answer();
      await calm();
      expect(values(there.part())).toEqual(left);
    }
    await waitFor(() => expect(result.current.edits.undo).toBeUndefined());
  });

  it('say how many were not saved when somebody else came first', async () => {
    const there = server();
    const { result, type, calm } = await editing();
    there.somebodyElse();
    type(2, 100);
    type(3, 200);
    await there.answer();
    await calm();
    expect(result.current.edits).toMatchObject({ lost: 2, error: { status: 412 } });
    expect(values(there.part())).toEqual([]);
    await waitFor(() => expect(result.current.part?.version).toBe(there.part().version));
    type(2, 100);
    await there.answer();
    await calm();
    expect(values(there.part())).toEqual([100]);
    expect(result.current.edits).toMatchObject({ lost: 0, error: null });
  });

  it('are not undone on the screen by an answer from before', async () => {
    const there = server();
    const { type, calm, queries } = await editing();
    const before = there.part();
    type(2, 100);
    await there.answer();
    await calm();
    act(() => void queries.setQueryData(partQuery(key).queryKey, before));
    expect(values(queries.getQueryData(partQuery(key).queryKey))).toEqual([100]);
  });
});
