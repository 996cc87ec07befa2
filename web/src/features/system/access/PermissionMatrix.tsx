import { Table, Text } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { AccessRole, Permission } from '@/api/types';
import classes from './PermissionMatrix.module.css';

interface PermissionMatrixProps {
  roles: AccessRole[];
  permissions: Permission[];
}

/** Permissions down, roles across. It scrolls sideways, by keyboard too, when there are many roles. */
export function PermissionMatrix({ roles, permissions }: PermissionMatrixProps) {
  return (
    <div className={classes.scroll} role="region" aria-label="Permissions by role" tabIndex={0}>
      <Table verticalSpacing={5} className={classes.matrix} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Permission</Table.Th>
            {roles.map((role) => <Table.Th key={role.id} scope="col" ta="center">{role.name}</Table.Th>)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {permissions.map((permission) => (
            <Table.Tr key={permission.name}>
              <Table.Th scope="row">
                <code>{permission.name}</code>
                <Text size="xs" c="dimmed" fw={400}>{permission.sentence}</Text>
              </Table.Th>
              {roles.map((role) => (
                <Table.Td key={role.id} ta="center"><Mark allowed={role.permissions.includes(permission.name)} /></Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Mark({ allowed }: { allowed: boolean }) {
  return allowed
    ? <IconCheck size={18} stroke={2.4} role="img" aria-label="allowed" className={classes.allowed} />
    : <IconMinus size={14} role="img" aria-label="not allowed" className={classes.refused} />;
}
