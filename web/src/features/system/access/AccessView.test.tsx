import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Permission } from '@/api/types';
import { draw, itDrawsEveryState, someRole } from '@/testing';
import { AccessRoleForm } from './AccessRoleForm';
import { AccessView } from './AccessView';

const all: Permission[] = ['system', 'users'].map((resource) => ({ name: `${resource}:view`, verb: 'view', resource, sentence: `See ${resource}.` }));
const permissions = { state: 'full' as const, data: all };

describe('AccessView', () => {
  itDrawsEveryState({
    view: (loaded) => <AccessView roles={loaded} permissions={permissions} mayEdit onOpen={vi.fn()} />,
    permission: 'access_roles:view',
    empty: { data: [], shows: /No access roles yet/ },
    full: { data: [someRole], shows: 'Operator' },
  });

  it('says in words what the matrix marks', () => {
    draw(<AccessView roles={{ state: 'full', data: [someRole] }} permissions={permissions} mayEdit onOpen={vi.fn()} />);
    const row = screen.getByRole('row', { name: /system:view/ });
    expect(within(row).getByRole('img', { name: 'allowed' })).toBeInTheDocument();
    expect(within(screen.getByRole('row', { name: /users:view/ })).getByRole('img', { name: 'not allowed' })).toBeInTheDocument();
  });
});

describe('AccessRoleForm', () => {
  const form = { permissions, saving: false, error: null, save: vi.fn(), remove: vi.fn(), reload: vi.fn() };

  it('shows a built-in role without a way to change it', () => {
    draw(<AccessRoleForm {...form} role={{ ...someRole, built_in: true }} readOnly />);
    expect(screen.getByText(/built in and cannot be changed/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('saves the chosen permissions', async () => {
    const save = vi.fn();
    draw(<AccessRoleForm {...form} role={someRole} readOnly={false} save={save} />);
    const users = screen.getByRole('group', { name: 'users' });
    await userEvent.click(within(users).getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(save).toHaveBeenCalledWith(expect.objectContaining({ permissions: ['system:view', 'users:view'] }), expect.any(Function));
  });
});
