import { useMutation, useQueryClient } from '@tanstack/react-query';
import { accessRolesQuery, changeAccessRole, createAccessRole, deleteAccessRole } from '@/api/accessRoles';
import type { Loaded } from '@/api/loaded';
import type { AccessRole, CreateAccessRole, Permission } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { Notice } from '@/components/Notice';
import { Show } from '@/components/Show';
import { SidePanel } from '@/components/SidePanel';
import { told } from '@/components/told';
import { IconShieldOff } from '@tabler/icons-react';
import { AccessRoleForm } from './AccessRoleForm';

interface AccessRoleDrawerProps {
  /** The id of a role, or "new". */
  id: string;
  roles: Loaded<AccessRole[]>;
  permissions: Loaded<Permission[]>;
  mayEdit: boolean;
  close: () => void;
}

export function AccessRoleDrawer({ id, roles, permissions, mayEdit, close }: AccessRoleDrawerProps) {
  const role = roles.state === 'full' ? roles.data.find((one) => one.id === id) : undefined;
  return (
    <SidePanel close={close} title={id === 'new' ? 'New access role' : (role?.name ?? 'Access role')}>
      <Show loaded={roles} what="access role">
        {() =>
          role || (id === 'new' && mayEdit) ? (
            <AccessRoleEditor role={role} permissions={permissions} mayEdit={mayEdit} close={close} />
          ) : (
            <Notice icon={IconShieldOff} title="There is no such access role">It may have been deleted meanwhile.</Notice>
          )
        }
      </Show>
    </SidePanel>
  );
}

interface AccessRoleEditorProps extends Pick<AccessRoleDrawerProps, 'permissions' | 'mayEdit' | 'close'> {
  role?: AccessRole;
}

function AccessRoleEditor({ role, permissions, mayEdit, close }: AccessRoleEditorProps) {
  const queries = useQueryClient();
  const done = (message: string) => {
    void queries.invalidateQueries(accessRolesQuery);
    told(message);
    close();
  };
  const create = useIntent(createAccessRole, (made) => done(`The access role ${made.name} is created`));
  const change = useMutation({
    mutationFn: (body: CreateAccessRole) => (role ? changeAccessRole(role, body) : Promise.reject(new Error('No role is open'))),
    onSuccess: (changed) => done(`The access role ${changed.name} is saved`),
  });
  const remove = useMutation({
    mutationFn: () => (role ? deleteAccessRole(role) : Promise.reject(new Error('No role is open'))),
    onSuccess: () => done(`The access role ${role?.name ?? ''} is deleted`),
  });
  const save = role ? change : create;
  const reload = () => {
    [change, remove].forEach((mutation) => mutation.reset());
    void queries.invalidateQueries(accessRolesQuery);
  };
  return (
    <AccessRoleForm
      key={role?.version ?? 'new'}
      role={role}
      permissions={permissions}
      readOnly={!mayEdit || role?.built_in === true}
      saving={save.isPending || remove.isPending}
      error={save.error ?? remove.error}
      save={(body, onError) => save.mutate(body, { onError })}
      remove={() => remove.mutate()}
      reload={reload}
    />
  );
}
