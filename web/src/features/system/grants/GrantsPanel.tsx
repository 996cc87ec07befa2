import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Loaded } from '@/api/loaded';
import type { AccessRole, Grant, GrantRequest } from '@/api/types';
import { Panel } from '@/components/Panel';
import { GrantsField, grantRequests } from './GrantsField';

interface GrantsPanelProps {
  roles: Loaded<AccessRole[]>;
  grants: Grant[];
  permission: string;
  mayEdit: boolean;
  busy: boolean;
  save: (grants: GrantRequest[]) => void;
}

const keyOf = (grant: GrantRequest): string => `${grant.role_id} ${grant.scope_kind} ${grant.scope_id ?? ''}`;

const same = (one: GrantRequest[], other: GrantRequest[]): boolean =>
  one.map(keyOf).sort().join() === other.map(keyOf).sort().join();

/** The grants of a user or an API client, saved on their own because they are a right of their own. */
export function GrantsPanel({ roles, grants, permission, mayEdit, busy, save }: GrantsPanelProps) {
  const given = grantRequests(grants);
  const [wanted, setWanted] = useState(given);
  return (
    <Panel title="Access roles" note="What the roles allow, for all units.">
      <Stack gap="sm">
        <GrantsField roles={roles} grants={wanted} onChange={setWanted} disabled={!mayEdit} />
        {mayEdit ? (
          <Group justify="flex-end">
            <Button size="xs" loading={busy} disabled={same(wanted, given)} onClick={() => save(wanted)}>
              Save access roles
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">Changing these needs the permission {permission}.</Text>
        )}
      </Stack>
    </Panel>
  );
}
