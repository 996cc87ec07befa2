import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { draw } from '@/testing';
import { someEventSource } from '../sample';
import { Losses } from './Losses';

vi.mock('@/api/session', () => ({ useMay: () => true }));

const loss = { id: 'l1', start: '2026-06-08T09:20:00Z', end: '2026-06-08T09:24:00Z', note: 'Restarted', author: 'paul', at: '2026-06-08T09:30:00Z' };
const calls: { method: string; path: string; body: unknown }[] = [];
let refusal: unknown;

beforeEach(() => {
  calls.length = 0;
  refusal = undefined;
  vi.stubGlobal('fetch', async (request: Request) => {
    calls.push({ method: request.method, path: new URL(request.url).pathname.replace('/api/v2/wfm', ''), body: request.method === 'POST' ? await request.json() : undefined });
    return request.method === 'POST' && refusal ? Response.json(refusal, { status: 400 }) : Response.json(request.method === 'GET' ? { items: [loss] } : loss);
  });
});

const tell = async (start: string, end: string) => {
  fireEvent.change(screen.getByLabelText(/^Lost from/), { target: { value: start } });
  fireEvent.change(screen.getByLabelText(/^To/), { target: { value: end } });
  await userEvent.click(screen.getByRole('button', { name: 'Tell' }));
};

it('tells what a source has lost, by the clock of whoever looks', async () => {
  draw(<Losses source={someEventSource} mayEdit />);
  await tell('2026-06-08T10:00:00', '2026-06-08T10:05:00');
  await waitFor(() => expect(calls.find(({ method }) => method === 'POST')).toEqual({
    method: 'POST', path: '/events/sources/s1/losses',
    body: { start: new Date(2026, 5, 8, 10).toISOString(), end: new Date(2026, 5, 8, 10, 5).toISOString(), note: '' },
  }));
});

it('shows beside the field why a loss is refused', async () => {
  refusal = { title: 'Invalid', status: 400, detail: 'x', errors: [{ field: 'end', message: 'must not be ahead of now.' }] };
  draw(<Losses source={someEventSource} mayEdit />);
  await tell('2026-06-08T10:00:00', '2036-06-08T10:05:00');
  expect(await screen.findByText('must not be ahead of now.')).toBeInTheDocument();
});

it('takes a loss back when asked twice', async () => {
  draw(<Losses source={someEventSource} mayEdit />);
  expect((await screen.findAllByRole('row'))[1]).toHaveTextContent('Restartedby paul');
  await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
  await userEvent.click(within(screen.getByRole('dialog', { name: 'Take back' })).getByRole('button', { name: 'Take back' }));
  await waitFor(() => expect(calls).toContainEqual({ method: 'DELETE', path: '/events/sources/s1/losses/l1', body: undefined }));
});

it('lets who may only look tell nothing', async () => {
  draw(<Losses source={someEventSource} mayEdit={false} />);
  expect(await screen.findByText(/by paul/)).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
