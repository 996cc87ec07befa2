import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { draw } from '@/testing';
import { someEventSource, someLine } from '../sample';
import { QuarantinePanel } from './QuarantinePanel';

vi.mock('@/api/session', () => ({ useMay: () => true }));

const calls: string[] = [];
const answers: Record<string, unknown> = {
  GET: { items: [someLine, { ...someLine, id: 18 }], next_cursor: null }, POST: { lines: 15, accepted: 12, duplicates: 0, left: 3 }, DELETE: { deleted: 1 },
};

beforeAll(() => {
  for (const side of ['clientHeight', 'clientWidth']) {
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: 600 });
  }
});

beforeEach(() => {
  calls.length = 0;
  vi.stubGlobal('fetch', ({ method, url }: Request) => {
    calls.push(`${method} ${new URL(url).pathname.replace('/api/v2/wfm', '')}${new URL(url).search}`);
    return Promise.resolve(Response.json(answers[method]));
  });
});

const panelOf = (filter: { source?: string; kind?: 'unknown_agent' | 'not_json' } = {}, onChanged = vi.fn(), line?: string) => (
  <QuarantinePanel sources={[someEventSource]} filter={filter} line={line} mayEdit onFilter={vi.fn()} onLine={vi.fn()} onChanged={onChanged} />
);
const confirm = async (name: string) => {
  await userEvent.click(await screen.findByRole('button', { name }));
  await userEvent.click(within(screen.getByRole('dialog', { name })).getByRole('button', { name }));
};

it('replays all that the filter lets through, and says what came of it', async () => {
  const onChanged = vi.fn();
  draw(panelOf({ source: 's1', kind: 'unknown_agent' }, onChanged));
  await confirm('Replay all 3');
  await waitFor(() => expect(screen.getByText('12 lines taken in, 3 still wrong.')).toBeInTheDocument());
  expect(calls).toContain('POST /events/quarantine/replay?source_id=s1&kind=unknown_agent');
  expect(onChanged).toHaveBeenCalledOnce();
});

it('deletes those that are chosen, and never all at once', async () => {
  draw(panelOf());
  expect(await screen.findByRole('button', { name: 'Delete all 15' })).toBeDisabled();
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose line 18' }));
  await confirm('Delete 1 chosen');
  await waitFor(() => expect(screen.getByText('1 line deleted.')).toBeInTheDocument());
  expect(calls).toContain('DELETE /events/quarantine?line_id=18');
});

it('says of lines that are not whole that they cannot be replayed', async () => {
  draw(panelOf({ kind: 'not_json' }));
  expect(await screen.findByRole('button', { name: /^Replay all/ })).toBeDisabled();
  expect(screen.getByText(/the source has to send them again/)).toBeInTheDocument();
});

it('opens a line by its address, with what mends it, and replays it alone', async () => {
  draw(panelOf({}, vi.fn(), '17'));
  expect(await screen.findByText(/Bring in the agent/)).toBeInTheDocument();
  expect(calls).toContain('GET /events/quarantine?line_id=17');
  await confirm('Replay');
  await waitFor(() => expect(calls).toContain('POST /events/quarantine/replay?line_id=17'));
});
