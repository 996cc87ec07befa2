import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { accessRolesQuery } from '@/api/accessRoles';
import { usePermitted } from '@/api/loaded';
import { useIntent } from '@/api/useIntent';
import { createUser, usersKey } from '@/api/users';
import { Dialog } from '@/components/Dialog';
import { OneTimeSecret } from '@/components/OneTimeSecret';
import { told } from '@/components/told';
import { NewUserForm } from './NewUserForm';

export function NewUser({ close }: { close: () => void }) {
  const queries = useQueryClient();
  const roles = usePermitted('access_roles:view', accessRolesQuery);
  const create = useIntent(createUser, ({ user }) => {
    told(`${user.display_name} is created`);
    void queries.invalidateQueries({ queryKey: usersKey });
  });
  return (
    <Dialog title="New user" close={close}>
      {create.data ? (
        <>
          <OneTimeSecret
            what="first password"
            secret={create.data.first_password}
            advice={`Pass it on to ${create.data.user.display_name}, who signs in as ${create.data.user.user_name} and must then choose another.`}
          />
          <Button mt="md" onClick={close} data-autofocus>Done</Button>
        </>
      ) : (
        <NewUserForm
          roles={roles}
          creating={create.isPending}
          error={create.error}
          create={(body, onError) => create.mutate(body, { onError })}
        />
      )}
    </Dialog>
  );
}
