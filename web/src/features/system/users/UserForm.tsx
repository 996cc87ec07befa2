import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Loaded } from '@/api/loaded';
import type { AccessRole, ChangeUser, GrantRequest, User } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import { OneTimeSecret } from '@/components/OneTimeSecret';
import { Panel } from '@/components/Panel';
import { GrantsPanel } from '../grants/GrantsPanel';
import { UserState } from './UserState';

interface UserFormProps {
  user: User;
  roles: Loaded<AccessRole[]>;
  mayEdit: boolean;
  busy: boolean;
  error: Error | null;
  firstPassword?: string;
  change: (body: ChangeUser, onError: (error: Error) => void) => void;
  setGrants: (grants: GrantRequest[]) => void;
  resetPassword: () => void;
  reload: () => void;
}

export function UserForm(props: UserFormProps) {
  const { user, mayEdit, busy } = props;
  return (
    <Stack gap="md">
      <MutationProblem error={props.error} shown={['display_name', 'email']} reload={props.reload} />
      {props.firstPassword && (
        <OneTimeSecret
          what="first password"
          secret={props.firstPassword}
          advice={`Pass it on to ${user.display_name}, who must choose another after signing in.`}
        />
      )}
      <Details key={`person ${user.version}`} {...props} />
      <GrantsPanel
        key={`grants ${user.version}`}
        roles={props.roles}
        grants={user.grants}
        permission="users:edit"
        mayEdit={mayEdit}
        busy={busy}
        save={props.setGrants}
      />
      <SigningIn {...props} />
    </Stack>
  );
}

function Details({ user, mayEdit, busy, change }: UserFormProps) {
  const form = useForm({
    initialValues: { display_name: user.display_name, email: user.email ?? '' },
    validate: { display_name: (value) => (value.trim() ? null : 'Enter the name to show') },
  });
  const submit = (values: typeof form.values) =>
    // An empty e-mail removes it; an absent one would leave it.
    change({ display_name: values.display_name.trim(), email: values.email.trim() }, (problem) =>
      form.setErrors(fieldErrors(problem)),
    );
  return (
    <Panel title="Person">
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack gap="sm">
          <TextInput label="User name" value={user.user_name} readOnly description="Does not change" />
          <TextInput label="Display name" readOnly={!mayEdit} {...form.getInputProps('display_name')} />
          <TextInput label="E-mail" type="email" readOnly={!mayEdit} {...form.getInputProps('email')} />
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

function SigningIn({ user, mayEdit, change, resetPassword, busy }: UserFormProps) {
  const name = user.display_name;
  return (
    <Panel title="Signing in" action={<UserState user={user} />}>
      {mayEdit && (
        <Group gap="xs">
          <ConfirmButton
            loading={busy}
            question={`${name} gets a new first password, and the present one stops working at once.`}
            onConfirm={resetPassword}
          >
            Reset password
          </ConfirmButton>
          {user.disabled ? (
            <Button variant="default" size="xs" loading={busy} onClick={() => change({ disabled: false }, () => undefined)}>
              Enable
            </Button>
          ) : (
            <ConfirmButton
              loading={busy}
              question={`${name} is signed out everywhere and cannot sign in until enabled again.`}
              onConfirm={() => change({ disabled: true }, () => undefined)}
            >
              Disable
            </ConfirmButton>
          )}
        </Group>
      )}
    </Panel>
  );
}
