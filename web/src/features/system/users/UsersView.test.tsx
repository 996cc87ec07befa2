import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { draw, itDrawsEveryState, someUser } from '@/testing';
import { UsersView } from './UsersView';

const rest = { search: '', onSearch: vi.fn(), onOpen: vi.fn() };

describe('UsersView', () => {
  itDrawsEveryState({
    view: (loaded) => <UsersView {...rest} mayEdit users={loaded} />,
    permission: 'users:view',
    empty: { data: { items: [] }, shows: /No users yet/ },
    full: { data: { items: [someUser] }, shows: 'Ada Lovelace' },
  });

  it('says what a search without a hit looked at', () => {
    draw(<UsersView {...rest} search="zoe" mayEdit users={{ state: 'full', data: { items: [] } }} />);
    expect(screen.getByRole('heading', { name: 'Nobody matches “zoe”' })).toBeInTheDocument();
  });

  it('opens a user by keyboard and loads more', async () => {
    const onOpen = vi.fn();
    const load = vi.fn();
    draw(<UsersView {...rest} mayEdit onOpen={onOpen} users={{ state: 'full', data: { items: [someUser], more: { load, loading: false } } }} />);
    screen.getByRole('button', { name: 'Ada Lovelace' }).focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(onOpen).toHaveBeenCalledWith('u1');
    expect(load).toHaveBeenCalledOnce();
  });

  it('says beside the refused button which permission it needs', () => {
    draw(<UsersView {...rest} mayEdit={false} users={{ state: 'full', data: { items: [someUser] } }} />);
    expect(screen.getByRole('button', { name: 'New user' })).toBeDisabled();
    expect(screen.getByRole('note', { name: 'This needs the permission users:edit' })).toBeInTheDocument();
  });

  it('tells a locked, a disabled and a new account apart', () => {
    const items = [
      { ...someUser, id: 'a', disabled: true },
      { ...someUser, id: 'b', locked_until: '2999-01-01T00:00:00Z' },
      { ...someUser, id: 'c', must_change_password: true },
    ];
    draw(<UsersView {...rest} mayEdit users={{ state: 'full', data: { items } }} />);
    expect(screen.getByText('disabled')).toBeInTheDocument();
    expect(screen.getByText(/^locked until/)).toBeInTheDocument();
    expect(screen.getByText('first password')).toBeInTheDocument();
  });
});
