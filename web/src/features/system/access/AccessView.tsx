import { Anchor, Button, Stack } from '@mantine/core';
import { IconPlus, IconShieldLock } from '@tabler/icons-react';
import type { Loaded } from '@/api/loaded';
import type { AccessRole, Permission } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { Tag } from '@/components/Tag';
import { PermissionMatrix } from './PermissionMatrix';

interface AccessViewProps {
  roles: Loaded<AccessRole[]>;
  permissions: Loaded<Permission[]>;
  mayEdit: boolean;
  onOpen: (id: string) => void;
}

const columnsOf = (onOpen: (id: string) => void): Column<AccessRole>[] => [
  {
    header: 'Role',
    cell: (role) => (
      <Anchor component="button" type="button" fw={600} size="sm" ta="left" onClick={() => onOpen(role.id)}>
        {role.name}
      </Anchor>
    ),
  },
  { header: 'Description', cell: (role) => role.description },
  { header: 'Origin', cell: (role) => <Tag kind={role.built_in ? 'plain' : 'own'}>{role.built_in ? 'built in' : 'own'}</Tag> },
  { header: 'Permissions', align: 'right', cell: (role) => role.permissions.length },
];

export function AccessView({ roles, permissions, mayEdit, onOpen }: AccessViewProps) {
  const create = (
    <NeedsPermission permission="access_roles:edit" granted={mayEdit}>
      <Button size="xs" leftSection={<IconPlus size={16} />} disabled={!mayEdit} onClick={() => onOpen('new')}>
        New access role
      </Button>
    </NeedsPermission>
  );
  return (
    <Stack gap="md">
      <Panel
        title="Access roles"
        note="A role is a set of permissions. What no role allows is refused."
        action={roles.state === 'forbidden' ? undefined : create}
      >
        <Show loaded={roles} what="access roles">
          {(rows) =>
            rows.length === 0 ? (
              <Notice icon={IconShieldLock} title="No access roles yet">Create one, then give it to users or API clients.</Notice>
            ) : (
              <DataTable label="Access roles" columns={columnsOf(onOpen)} rows={rows} rowKey={(role) => role.id} />
            )
          }
        </Show>
      </Panel>
      {roles.state === 'full' && roles.data.length > 0 && (
        <Panel title="Permissions" note="Which role allows what.">
          <Show loaded={permissions} what="permissions">
            {(all) => <PermissionMatrix roles={roles.data} permissions={all} />}
          </Show>
        </Panel>
      )}
    </Stack>
  );
}
