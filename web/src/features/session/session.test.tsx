import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { draw } from '@/testing';
import { PasswordForm } from './PasswordForm';
import { SignInView } from './SignInView';

const signInView = { signIn: vi.fn(), signingIn: false, error: null, returning: false };

describe('SignInView', () => {
  it('signs in by keyboard alone', async () => {
    const signIn = vi.fn();
    draw(<SignInView {...signInView} signIn={signIn} />);
    await userEvent.keyboard('ada{Tab}secret{Enter}');
    expect(signIn).toHaveBeenCalledWith({ user_name: 'ada', password: 'secret' });
  });

  it('can be filled by a password manager', () => {
    draw(<SignInView {...signInView} />);
    expect(screen.getByLabelText('User name')).toHaveAttribute('autocomplete', 'username');
    expect(screen.getByLabelText('Password')).toHaveAttribute('autocomplete', 'current-password');
  });

  it('repeats what the server says about a locked account', () => {
    draw(<SignInView {...signInView} error={new ApiProblem(401, 'Not signed in', 'Locked for another 14 minutes.')} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Locked for another 14 minutes.');
  });

  it('names the empty field instead of asking the server', async () => {
    const signIn = vi.fn();
    draw(<SignInView {...signInView} signIn={signIn} />);
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByText('Enter your user name')).toBeInTheDocument();
    expect(screen.getByText('Enter your password')).toBeInTheDocument();
    expect(signIn).not.toHaveBeenCalled();
  });

  it('warns of Caps Lock', async () => {
    draw(<SignInView {...signInView} />);
    await userEvent.click(screen.getByLabelText('Password'));
    await userEvent.keyboard('{CapsLock}a');
    expect(screen.getByText(/Caps Lock is on/)).toBeInTheDocument();
  });
});

describe('PasswordForm', () => {
  const fill = async (values: [string, string, string]) => {
    const [present, fresh, repeated] = ['Present password', 'New password', 'New password again'].map((name) => screen.getByLabelText(name));
    for (const [field, value] of [[present, values[0]], [fresh, values[1]], [repeated, values[2]]] as const) {
      await userEvent.type(field ?? document.body, value);
    }
    await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
  };

  it('sends the change without the repetition', async () => {
    const change = vi.fn();
    draw(<PasswordForm change={change} changing={false} error={null} />);
    await fill(['old', 'new one', 'new one']);
    expect(change).toHaveBeenCalledWith({ current_password: 'old', new_password: 'new one' }, expect.any(Function));
  });

  it('finds a slip of the finger before the server does', async () => {
    const change = vi.fn();
    draw(<PasswordForm change={change} changing={false} error={null} />);
    await fill(['old', 'new one', 'new two']);
    expect(screen.getByText('The two new passwords differ')).toBeInTheDocument();
    expect(change).not.toHaveBeenCalled();
  });

  it('shows the rule of the server beside the field', async () => {
    const refusal = new ApiProblem(400, 'Not valid', 'Wrong.', [{ field: 'new_password', message: 'Use at least 12 characters.' }]);
    draw(<PasswordForm change={(_, onError) => onError(refusal)} changing={false} error={refusal} />);
    await fill(['old', 'new', 'new']);
    expect(screen.getByText('Use at least 12 characters.')).toBeInTheDocument();
  });
});
