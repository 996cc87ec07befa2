import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, unreachable } from '@/api/problem';
import { gridKey, sendEdits, takeBack, undoEdit, type EditAnswer, type GridPlace } from '@/api/schedules';
import type { ScheduleEdit, ScheduleGrid } from '@/api/types';
import { useOutbox } from './useOutbox';

const { show } = vi.hoisted(() => ({ show: vi.fn<(message: { message: string }) => void>() }));
vi.mock('@mantine/notifications', () => ({ notifications: { show } }));
vi.mock('@/api/session', () => ({ useSession: () => ({ user: { id: 'ada' } }) }));
vi.mock('@/api/schedules', async (original) => ({
  ...await original<object>(), sendEdits: vi.fn<typeof sendEdits>(), takeBack: vi.fn<typeof takeBack>(), undoEdit: vi.fn<typeof undoEdit>(),
}));

const inDraft: GridPlace = { site: 's1', from: '2026-06-08', days: 7, draft: 'd1' };
const grid: ScheduleGrid = {
  version: 4, draft_version: 2, time_zone: 'Europe/Berlin', from: '2026-06-08', days: 7, origin: '2026-06-07T22:00:00Z', activity_code_ids: [], agents: [],
};
const done = (version: number): EditAnswer => ({ edited: { version, sentence: '', days: [], breaches: [] }, published: null });
const step: ScheduleEdit = { op: 'remove', agent_id: 'a1', day: '2026-06-08' };

function editor(place = inDraft) {
  const queries = new QueryClient();
  queries.setQueryData(gridKey(place), grid);
  const readAgain = vi.spyOn(queries, 'invalidateQueries');
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
  const { result } = renderHook(() => useOutbox(place), { wrapper });
  const known = () => queries.getQueryData<ScheduleGrid>(gridKey(place))?.draft_version;
  const wasReadAgain = () => readAgain.mock.calls.some(([filter]) => filter?.queryKey?.length === 1);
  return { result, known, wasReadAgain, edit: (what: string) => act(() => result.current.edit(what, [step])) };
}

const arrives = (version: number) =>
  vi.mocked(sendEdits).mockImplementation((_, __, key) => Promise.resolve(done(key === undefined ? 0 : version)));
const nothingLeft = (result: { current: { kept: readonly unknown[] } }) => vi.waitFor(() => expect(result.current.kept).toEqual([]));

describe('useOutbox', () => {
  beforeEach(() => {
    localStorage.clear();
    vi.resetAllMocks();
  });

  it('reads the draft again only where others have edited since it was read', async () => {
    arrives(3);
    const alone = editor();
    alone.edit('Move');
    await nothingLeft(alone.result);
    expect([alone.known(), alone.wasReadAgain()]).toEqual([3, false]);
    arrives(4);
    const among = editor();
    among.edit('Move');
    await nothingLeft(among.result);
    expect([among.known(), among.wasReadAgain()]).toEqual([2, true]);
  });

  it('shows refusals one after the other; a new edit does not hide them', async () => {
    const { result, edit } = editor();
    vi.mocked(sendEdits).mockRejectedValue(new ApiProblem(409, 'Conflict', 'Somebody may have changed the day.'));
    edit('First');
    edit('Second');
    await nothingLeft(result);
    arrives(3);
    edit('Third');
    await nothingLeft(result);
    expect(result.current.refused?.what).toBe('First');
    act(() => result.current.forgive());
    expect(result.current.refused?.what).toBe('Second');
    act(() => result.current.forgive());
    expect(result.current.refused).toBeUndefined();
  });

  it('undoes the last change of a draft when it has arrived, and not the one before', async () => {
    let arrive: (answer: EditAnswer) => void = () => undefined;
    const sent = new Promise<EditAnswer>((resolve) => { arrive = resolve; });
    vi.mocked(sendEdits).mockImplementation((_, __, key) => (key === undefined ? Promise.resolve(done(0)) : sent));
    vi.mocked(undoEdit).mockResolvedValue({ version: 4, sentence: 'undoes: removes an activity', days: [], breaches: [] });
    const { result, edit } = editor();
    edit('Move');
    await vi.waitFor(() => expect(result.current.kept[0]?.begun).toBe(true));
    const undo = act(() => result.current.undo());
    expect(undoEdit).not.toHaveBeenCalled();
    arrive(done(3));
    await undo;
    expect(undoEdit).toHaveBeenCalledOnce();
    expect(result.current.kept).toEqual([]);
  });

  it.each([['a draft', inDraft], ['what is published', { ...inDraft, draft: undefined }]])('undoes nothing of %s while the last change is on its way', async (_, place) => {
    vi.mocked(sendEdits).mockImplementation((__, ___, key) => (key === undefined ? Promise.resolve(done(0)) : Promise.reject(unreachable())));
    const { result, edit } = editor(place);
    edit('Move');
    if (place.draft === undefined) {
      await vi.waitFor(() => expect(result.current.asking).toBeDefined());
      act(() => result.current.answer(true));
    }
    await vi.waitFor(() => expect(result.current.kept[0]?.begun).toBe(true));
    await act(() => result.current.undo());
    expect(show.mock.calls.map(([{ message }]) => message)).toEqual(['The last change is on its way. Undo it once it has arrived.']);
    expect([undoEdit, takeBack].map((asked) => vi.mocked(asked).mock.calls.length)).toEqual([0, 0]);
    expect(result.current.kept).toHaveLength(1);
  });
});
