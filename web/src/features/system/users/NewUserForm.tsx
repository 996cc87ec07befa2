import { Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Loaded } from '@/api/loaded';
import type { AccessRole, CreateUser, GrantRequest } from '@/api/types';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import { GrantsField } from '../grants/GrantsField';

interface NewUserFormProps {
  roles: Loaded<AccessRole[]>;
  create: (user: CreateUser, onError: (error: Error) => void) => void;
  creating: boolean;
  error: Error | null;
}

export function NewUserForm({ roles, create, creating, error }: NewUserFormProps) {
  const form = useForm({
    initialValues: { user_name: '', display_name: '', email: '', grants: [] as GrantRequest[] },
    validate: {
      user_name: (value) => (value.trim() ? null : 'Enter the name to sign in with'),
      display_name: (value) => (value.trim() ? null : 'Enter the name to show'),
    },
  });
  const submit = (values: typeof form.values) =>
    create(
      { ...values, user_name: values.user_name.trim(), display_name: values.display_name.trim(), email: values.email.trim() || null },
      (problem) => form.setErrors(fieldErrors(problem)),
    );
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="sm">
        <MutationProblem error={error} shown={['user_name', 'display_name', 'email', 'grants']} />
        <TextInput label="User name" required autoComplete="off" data-autofocus {...form.getInputProps('user_name')} />
        <TextInput label="Display name" required autoComplete="off" {...form.getInputProps('display_name')} />
        <TextInput label="E-mail" type="email" autoComplete="off" {...form.getInputProps('email')} />
        <Input.Wrapper label="Access roles" description="For all units" labelElement="div" error={form.errors.grants}>
          <GrantsField roles={roles} grants={form.values.grants} onChange={(grants) => form.setFieldValue('grants', grants)} />
        </Input.Wrapper>
        <Group justify="flex-end">
          <Button type="submit" loading={creating}>Create user</Button>
        </Group>
      </Stack>
    </form>
  );
}
