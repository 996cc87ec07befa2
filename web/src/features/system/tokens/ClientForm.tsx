import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Loaded } from '@/api/loaded';
import type { AccessRole, ChangeClient, Client, ClientWithSecret, GrantRequest } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { GrantsPanel } from '../grants/GrantsPanel';
import { ClientSecret } from './ClientSecret';
import { readMinutes, TokenMinutes } from './TokenMinutes';

interface ClientFormProps {
  client: Client;
  roles: Loaded<AccessRole[]>;
  mayEdit: boolean;
  busy: boolean;
  error: Error | null;
  rotated?: ClientWithSecret;
  change: (body: ChangeClient, onError: (error: Error) => void) => void;
  setGrants: (grants: GrantRequest[]) => void;
  rotate: () => void;
  reload: () => void;
}

export function ClientForm(props: ClientFormProps) {
  const { client, mayEdit, busy } = props;
  return (
    <Stack gap="md">
      <MutationProblem error={props.error} shown={['name', 'token_minutes']} reload={props.reload} />
      {props.rotated && <ClientSecret made={props.rotated} />}
      <Details key={`client ${client.version}`} {...props} />
      <GrantsPanel
        key={`grants ${client.version}`}
        roles={props.roles}
        grants={client.grants}
        permission="clients:edit"
        mayEdit={mayEdit}
        busy={busy}
        save={props.setGrants}
      />
      <Secret {...props} />
    </Stack>
  );
}

function Details({ client, mayEdit, busy, change }: ClientFormProps) {
  const form = useForm({
    initialValues: { name: client.name, token_minutes: String(client.token_minutes) },
    validate: {
      name: (value) => (value.trim() ? null : 'Enter the name of the program'),
      token_minutes: (value) => (readMinutes(value) === undefined ? 'Enter a whole number of minutes, at least 1' : null),
    },
  });
  const submit = ({ name, token_minutes }: typeof form.values) =>
    change({ name: name.trim(), token_minutes: readMinutes(token_minutes) }, (problem) => form.setErrors(fieldErrors(problem)));
  return (
    <Panel title="Program">
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack gap="sm">
          <TextInput label="Client id" value={client.client_id} readOnly description="Does not change" />
          <TextInput label="Name" readOnly={!mayEdit} {...form.getInputProps('name')} />
          <TokenMinutes readOnly={!mayEdit} {...form.getInputProps('token_minutes')} />
          {mayEdit && (
            <Group justify="flex-end">
              <Button type="submit" size="xs" loading={busy} disabled={!form.isDirty()}>Save</Button>
            </Group>
          )}
        </Stack>
      </form>
    </Panel>
  );
}

function Secret({ client, mayEdit, busy, change, rotate }: ClientFormProps) {
  const ignore = () => undefined;
  return (
    <Panel title="Secret" action={client.disabled ? <Tag kind="off">disabled</Tag> : <Tag kind="good">active</Tag>}>
      {mayEdit && (
        <Group gap="xs">
          <ConfirmButton
            loading={busy}
            question={`${client.name} gets a new secret, and the present one stops working at once.`}
            onConfirm={rotate}
          >
            Rotate secret
          </ConfirmButton>
          {client.disabled ? (
            <Button variant="default" size="xs" loading={busy} onClick={() => change({ disabled: false }, ignore)}>Enable</Button>
          ) : (
            <ConfirmButton
              loading={busy}
              question={`${client.name} is refused with every token until enabled again.`}
              onConfirm={() => change({ disabled: true }, ignore)}
            >
              Disable
            </ConfirmButton>
          )}
        </Group>
      )}
    </Panel>
  );
}
