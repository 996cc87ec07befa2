import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Client, Token } from '@/api/types';
import { draw, itDrawsEveryState, someRole } from '@/testing';
import { ClientForm } from './ClientForm';
import { ClientsView } from './ClientsView';
import { TokensView } from './TokensView';

const client: Client = {
  id: 'c1', client_id: 'mc_1', name: 'Wallboard', disabled: false, token_minutes: 60, grants: [], version: 1,
  created_at: '2026-01-01T00:00:00Z', last_used_at: null,
};
const token: Token = {
  id: 't1', client_id: 'mc_1', client_name: 'Wallboard', permissions: null, issued_at: '2026-01-01T00:00:00Z',
  expires_at: '2999-01-01T00:00:00Z', last_used_at: null, revoked_at: null,
};

describe('ClientsView', () => {
  itDrawsEveryState({
    view: (loaded) => <ClientsView clients={loaded} mayEdit onOpen={vi.fn()} />,
    permission: 'clients:view',
    empty: { data: { items: [] }, shows: /No API clients yet/ },
    full: { data: { items: [client] }, shows: 'Wallboard' },
  });
});

describe('TokensView', () => {
  itDrawsEveryState({
    view: (loaded) => <TokensView tokens={loaded} mayEdit revoke={vi.fn()} />,
    permission: 'clients:view',
    empty: { data: { items: [] }, shows: /No access tokens yet/ },
    full: { data: { items: [token] }, shows: 'valid' },
  });

  it('revokes only after asking, and only what still works', async () => {
    const revoke = vi.fn();
    const items = [token, { ...token, id: 't2', revoked_at: '2026-01-01T00:00:00Z' }, { ...token, id: 't3', expires_at: '2020-01-01T00:00:00Z' }];
    draw(<TokensView tokens={{ state: 'full', data: { items } }} mayEdit revoke={revoke} />);
    await userEvent.click(screen.getByRole('button', { name: /^Revoke the token of Wallboard/ }));
    expect(revoke).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Revoke' }));
    expect(revoke).toHaveBeenCalledExactlyOnceWith(token);
  });
});

describe('ClientForm', () => {
  it('refuses a token life that is no whole number', async () => {
    const change = vi.fn();
    draw(
      <ClientForm
        client={client} roles={{ state: 'full', data: [someRole] }} mayEdit busy={false} error={null}
        change={change} setGrants={vi.fn()} rotate={vi.fn()} reload={vi.fn()}
      />,
    );
    const life = screen.getByRole('textbox', { name: 'Token life, minutes' });
    await userEvent.clear(life);
    await userEvent.type(life, '1.5{Enter}');
    expect(life).toHaveAccessibleDescription(/whole number/);
    expect(change).not.toHaveBeenCalled();
  });
});
