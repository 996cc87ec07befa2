import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useIntent } from '@/api/useIntent';
import { changePassword, type PasswordChange } from '@/api/session';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import { PasswordField } from '@/components/PasswordField';
import { capsLockHint, useCapsLock } from './useCapsLock';

interface PasswordFormProps {
  change: (change: PasswordChange, onError: (error: Error) => void) => void;
  changing: boolean;
  error: Error | null;
}

export function PasswordForm({ change, changing, error }: PasswordFormProps) {
  const form = useForm({
    initialValues: { current_password: '', new_password: '', repeated: '' },
    validate: {
      current_password: (value) => (value ? null : 'Enter your present password'),
      new_password: (value, all) =>
        !value ? 'Enter a new password' : value === all.current_password ? 'Choose one that differs from the present one' : null,
      repeated: (value, all) => (value === all.new_password ? null : 'The two new passwords differ'),
    },
  });
  const capsLock = useCapsLock();
  const submit = ({ current_password, new_password }: typeof form.values) =>
    change({ current_password, new_password }, (problem) => form.setErrors(fieldErrors(problem)));
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="sm">
        <MutationProblem error={error} shown={['current_password', 'new_password']} />
        <PasswordField
          label="Present password"
          autoComplete="current-password"
          description={capsLock.on ? capsLockHint : undefined}
          {...capsLock.handlers}
          {...form.getInputProps('current_password')}
        />
        <PasswordField label="New password" autoComplete="new-password" {...form.getInputProps('new_password')} />
        <PasswordField label="New password again" autoComplete="new-password" {...form.getInputProps('repeated')} />
        <Group justify="flex-end">
          <Button type="submit" loading={changing}>Change password</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The form with its request; `done` runs after the server has taken the new password. */
export function ChangePassword({ done }: { done: () => void }) {
  const { mutate, isPending, error } = useIntent(changePassword, done);
  return (
    <PasswordForm changing={isPending} error={error} change={(body, onError) => mutate(body, { onError })} />
  );
}
