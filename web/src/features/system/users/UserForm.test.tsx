import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { draw, someRole, someUser } from '@/testing';
import { NewUserForm } from './NewUserForm';
import { UserForm } from './UserForm';

const form = {
  user: someUser, roles: { state: 'full' as const, data: [someRole] }, mayEdit: true, busy: false, error: null,
  change: vi.fn(), setGrants: vi.fn(), resetPassword: vi.fn(), reload: vi.fn(),
};

describe('UserForm', () => {
  it('tells of a change made meanwhile and offers to reload', async () => {
    const reload = vi.fn();
    draw(<UserForm {...form} error={new ApiProblem(412, 'Changed')} reload={reload} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Someone changed this meanwhile');
    await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('asks before it disables', async () => {
    const change = vi.fn();
    draw(<UserForm {...form} change={change} />);
    await userEvent.click(screen.getByRole('button', { name: 'Disable' }));
    expect(change).not.toHaveBeenCalled();
    await userEvent.click(screen.getAllByRole('button', { name: 'Disable' }).at(-1) ?? document.body);
    expect(change).toHaveBeenCalledWith({ disabled: true }, expect.any(Function));
  });

  it('keeps grants for a single unit when it changes others', async () => {
    const narrow = { role_id: 'r9', role_name: 'Planner', scope_kind: 'business_unit' as const, scope_id: 'b1' };
    const setGrants = vi.fn();
    draw(<UserForm {...form} user={{ ...someUser, grants: [narrow] }} setGrants={setGrants} />);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Operator' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save access roles' }));
    expect(setGrants).toHaveBeenCalledWith([
      { role_id: 'r9', scope_kind: 'business_unit', scope_id: 'b1' },
      { role_id: 'r1', scope_kind: 'all', scope_id: null },
    ]);
  });

  it('changes nothing without the permission', () => {
    draw(<UserForm {...form} mayEdit={false} />);
    expect(screen.getByRole('checkbox', { name: 'Operator' })).toBeDisabled();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getByText(/users:edit/)).toBeInTheDocument();
  });

  it('shows a first password once, with a way to copy it', () => {
    draw(<UserForm {...form} firstPassword="correct-horse" />);
    expect(screen.getByText('correct-horse')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy the first password' })).toBeInTheDocument();
  });
});

describe('NewUserForm', () => {
  it('puts the message of the server beside its field', async () => {
    const refusal = new ApiProblem(409, 'Taken', 'Choose another.', [{ field: 'user_name', message: 'Another user has this name.' }]);
    const create = vi.fn((_: unknown, onError: (error: Error) => void) => onError(refusal));
    draw(<NewUserForm roles={form.roles} create={create} creating={false} error={null} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'User name' }), 'ada');
    await userEvent.type(screen.getByRole('textbox', { name: 'Display name' }), 'Ada{Enter}');
    expect(create).toHaveBeenCalledWith({ user_name: 'ada', display_name: 'Ada', email: null, grants: [] }, expect.any(Function));
    expect(screen.getByRole('textbox', { name: 'User name' })).toHaveAccessibleDescription('Another user has this name.');
  });

  it('asks for what is missing before it sends anything', async () => {
    const create = vi.fn();
    draw(<NewUserForm roles={form.roles} create={create} creating={false} error={null} />);
    await userEvent.click(screen.getByRole('button', { name: 'Create user' }));
    expect(screen.getByText('Enter the name to sign in with')).toBeInTheDocument();
    expect(create).not.toHaveBeenCalled();
  });
});
