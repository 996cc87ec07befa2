import { Alert, Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconLock } from '@tabler/icons-react';
import type { Loaded } from '@/api/loaded';
import type { AccessRole, CreateAccessRole, Permission } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import { Show } from '@/components/Show';
import { PermissionsField } from './PermissionsField';

interface AccessRoleFormProps {
  role?: AccessRole;
  permissions: Loaded<Permission[]>;
  readOnly: boolean;
  saving: boolean;
  error: Error | null;
  save: (body: CreateAccessRole, onError: (error: Error) => void) => void;
  remove: () => void;
  reload: () => void;
}

export function AccessRoleForm({ role, permissions, readOnly, saving, error, save, remove, reload }: AccessRoleFormProps) {
  const form = useForm({
    initialValues: { name: role?.name ?? '', description: role?.description ?? '', permissions: role?.permissions ?? [] },
    validate: { name: (value) => (value.trim() ? null : 'Enter a name') },
  });
  const submit = (values: CreateAccessRole) => save(values, (problem) => form.setErrors(fieldErrors(problem)));
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="sm">
        <MutationProblem error={error} shown={['name', 'description', 'permissions']} reload={reload} />
        {readOnly && <ReadOnly builtIn={role?.built_in === true} />}
        <TextInput label="Name" required={!readOnly} readOnly={readOnly} data-autofocus {...form.getInputProps('name')} />
        <TextInput label="Description" readOnly={readOnly} {...form.getInputProps('description')} />
        <Input.Wrapper label="Permissions" labelElement="div" error={form.errors.permissions}>
          <Show loaded={permissions} what="permissions">
            {(all) => (
              <PermissionsField
                all={all}
                chosen={form.values.permissions}
                readOnly={readOnly}
                onChange={(chosen) => form.setFieldValue('permissions', chosen)}
              />
            )}
          </Show>
        </Input.Wrapper>
        {!readOnly && (
          <Group justify="space-between">
            {role ? (
              <ConfirmButton
                loading={saving}
                question={`Everyone who has the role ${role.name} loses what only it allowed, at once.`}
                onConfirm={remove}
              >
                Delete
              </ConfirmButton>
            ) : <span />}
            <Button type="submit" loading={saving} disabled={!form.isDirty()}>{role ? 'Save' : 'Create access role'}</Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

function ReadOnly({ builtIn }: { builtIn: boolean }) {
  return (
    <Alert color="gray" icon={<IconLock aria-hidden />}>
      {builtIn
        ? 'This role is built in and cannot be changed. Create an own role with the permissions you need.'
        : 'Changing this needs the permission access_roles:edit.'}
    </Alert>
  );
}
