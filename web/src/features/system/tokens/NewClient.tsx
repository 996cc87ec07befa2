import { Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { accessRolesQuery } from '@/api/accessRoles';
import { clientsQuery, createClient } from '@/api/clients';
import { usePermitted } from '@/api/loaded';
import type { CreateClient, GrantRequest } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { Dialog } from '@/components/Dialog';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import { told } from '@/components/told';
import { GrantsField } from '../grants/GrantsField';
import { ClientSecret } from './ClientSecret';
import { readMinutes, TokenMinutes } from './TokenMinutes';

export function NewClient({ close }: { close: () => void }) {
  const queries = useQueryClient();
  const create = useIntent(createClient, (made) => {
    told(`The API client ${made.client.name} is created`);
    void queries.invalidateQueries(clientsQuery);
  });
  return (
    <Dialog title="New API client" close={close}>
      {create.data ? (
        <>
          <ClientSecret made={create.data} />
          <Button mt="md" onClick={close} data-autofocus>Done</Button>
        </>
      ) : (
        <NewClientForm
          creating={create.isPending}
          error={create.error}
          create={(body, onError) => create.mutate(body, { onError })}
        />
      )}
    </Dialog>
  );
}

interface NewClientFormProps {
  creating: boolean;
  error: Error | null;
  create: (body: CreateClient, onError: (error: Error) => void) => void;
}

function NewClientForm({ creating, error, create }: NewClientFormProps) {
  const roles = usePermitted('access_roles:view', accessRolesQuery);
  const form = useForm({
    initialValues: { name: '', token_minutes: '60', grants: [] as GrantRequest[] },
    validate: {
      name: (value) => (value.trim() ? null : 'Enter the name of the program'),
      token_minutes: (value) => (readMinutes(value) === undefined ? 'Enter a whole number of minutes, at least 1' : null),
    },
  });
  const submit = ({ name, token_minutes, grants }: typeof form.values) =>
    create({ name: name.trim(), token_minutes: readMinutes(token_minutes), grants }, (problem) =>
      form.setErrors(fieldErrors(problem)),
    );
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="sm">
        <MutationProblem error={error} shown={['name', 'token_minutes', 'grants']} />
        <TextInput label="Name" required autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <TokenMinutes {...form.getInputProps('token_minutes')} />
        <Input.Wrapper label="Access roles" description="For all units" labelElement="div" error={form.errors.grants}>
          <GrantsField roles={roles} grants={form.values.grants} onChange={(grants) => form.setFieldValue('grants', grants)} />
        </Input.Wrapper>
        <Group justify="flex-end">
          <Button type="submit" loading={creating}>Create API client</Button>
        </Group>
      </Stack>
    </form>
  );
}
