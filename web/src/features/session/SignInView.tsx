import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import type { Credentials } from '@/api/session';
import { toProblem } from '@/api/problem';
import { PasswordField } from '@/components/PasswordField';
import { capsLockHint, useCapsLock } from './useCapsLock';
import { Door } from './Door';

interface SignInViewProps {
  signIn: (credentials: Credentials) => void;
  signingIn: boolean;
  error: Error | null;
  /** Said when the page was reached because a session had ended. */
  returning: boolean;
}

export function SignInView({ signIn, signingIn, error, returning }: SignInViewProps) {
  const [missing, setMissing] = useState<Partial<Credentials>>({});
  const capsLock = useCapsLock();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Read from the form, not from state: password managers fill fields without telling.
    const form = new FormData(event.currentTarget);
    const credentials = { user_name: text(form.get('user_name')).trim(), password: text(form.get('password')) };
    const gaps = {
      user_name: credentials.user_name ? undefined : 'Enter your user name',
      password: credentials.password ? undefined : 'Enter your password',
    };
    setMissing(gaps);
    if (!gaps.user_name && !gaps.password) {
      signIn(credentials);
    }
  };
  return (
    <Door title="Sign in to Muster" note={returning ? 'Sign in to go on where you were.' : undefined}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {error && (
            <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title="Not signed in">
              {toProblem(error).message}
            </Alert>
          )}
          <TextInput
            label="User name"
            name="user_name"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            error={missing.user_name}
            size="md"
            autoFocus
          />
          <PasswordField
            label="Password"
            name="password"
            autoComplete="current-password"
            description={capsLock.on ? capsLockHint : undefined}
            error={missing.password}
            size="md"
            {...capsLock.handlers}
          />
          <Button type="submit" size="md" mt="xs" loading={signingIn}>Sign in</Button>
        </Stack>
      </form>
    </Door>
  );
}

const text = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '');
