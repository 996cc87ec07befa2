import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draw } from '@/testing';
import { Outbox } from '../send/outbox';
import { GoneDraft } from './GoneDraft';
import { unsentOf } from './useOutbox';

const answers = (status: number) => {
  const fetch = vi.fn(() => Promise.resolve(Response.json({ title: 'No', status }, { status })));
  vi.stubGlobal('fetch', fetch);
  return fetch;
};

vi.mock('@/api/session', () => ({ useSession: () => ({ user: { id: 'ada' } }) }));

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

it('says that a draft was removed, and shows what was not sent to it', async () => {
  answers(404);
  new Outbox(localStorage, unsentOf('ada', 'd1')).add({ key: 'k1', edits: [], what: 'Move Phone of Ada Holm', accepted: false });
  const leave = vi.fn();
  draw(<GoneDraft id="d1" onLeave={leave} />);
  expect(await screen.findByText('That draft is not there any more', undefined, { timeout: 5_000 })).toBeInTheDocument();
  expect(screen.getByRole('list', { name: 'Changes that were not sent' })).toHaveTextContent('Move Phone of Ada Holm');
  await userEvent.click(screen.getByRole('button', { name: 'Leave the draft' }));
  expect(leave).toHaveBeenCalledOnce();
  expect(localStorage.length).toBe(1);
});

it('says nothing of a draft that is not in the list yet, or while Muster does not answer', async () => {
  const fetch = answers(503);
  draw(<GoneDraft id="d1" onLeave={vi.fn()} />);
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});
