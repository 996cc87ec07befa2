import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import type { Loaded } from '@/api/loaded';
import { ApiProblem } from '@/api/problem';
import type { AccessRole, User } from '@/api/types';

/** Draws something in what every page stands in; `rerender` draws it with other properties. */
export function draw(element: ReactElement): { rerender: (element: ReactElement) => void } {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const around = (inner: ReactElement) => (
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>{inner}</QueryClientProvider>
    </MantineProvider>
  );
  const { rerender } = render(around(element));
  return { rerender: (other) => rerender(around(other)) };
}

interface States<T> {
  view: (loaded: Loaded<T>) => ReactElement;
  permission: string;
  full: { data: T; shows: string };
  empty?: { data: T; shows: RegExp };
}

/** Proves that a view draws each state a page can be in. */
export function itDrawsEveryState<T>({ view, permission, full, empty }: States<T>): void {
  it('shows that it is loading', () => {
    draw(view({ state: 'loading' }));
    expect(screen.getByRole('status', { name: /^Loading the/ })).toBeInTheDocument();
  });

  it('names the permission that is missing', () => {
    draw(view({ state: 'forbidden', permission }));
    expect(screen.getByText(permission)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says why it failed and tries again when asked', async () => {
    const retry = vi.fn();
    draw(view({ state: 'failed', problem: new ApiProblem(503, 'Busy', 'The database is starting.'), retry }));
    expect(screen.getByRole('alert')).toHaveTextContent('The database is starting.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  if (empty) {
    it('says what to do when there is nothing', () => {
      draw(view({ state: 'full', data: empty.data }));
      expect(screen.getByRole('heading', { name: empty.shows })).toBeInTheDocument();
    });
  }

  it('shows what there is', () => {
    draw(view({ state: 'full', data: full.data }));
    expect(screen.getAllByText(full.shows).length).toBeGreaterThan(0);
  });

  it('keeps what it has when a later question fails', () => {
    const stale = { problem: new ApiProblem(0, 'No answer', 'Muster did not answer.'), retry: vi.fn() };
    draw(view({ state: 'full', data: full.data, stale }));
    expect(screen.getByRole('alert')).toHaveTextContent('may be out of date');
    expect(screen.getAllByText(full.shows).length).toBeGreaterThan(0);
  });
}

export const someRole: AccessRole = {
  id: 'r1', name: 'Operator', description: 'Watches nodes.', built_in: false, permissions: ['system:view'], version: 3,
};

export const someUser: User = {
  id: 'u1',
  user_name: 'ada.lovelace',
  display_name: 'Ada Lovelace',
  email: 'ada@example.org',
  disabled: false,
  locked_until: null,
  must_change_password: false,
  last_signed_in_at: null,
  grants: [{ role_id: 'r1', role_name: 'Operator', scope_kind: 'all', scope_id: null }],
  version: 7,
  created_at: '2026-01-01T00:00:00Z',
};
