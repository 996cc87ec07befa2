import { Checkbox, Stack, Text } from '@mantine/core';
import type { Loaded } from '@/api/loaded';
import type { AccessRole, Grant, GrantRequest } from '@/api/types';
import { Show } from '@/components/Show';

/** What cannot be changed can still be read. */
const readable = { label: { color: 'inherit' } };

interface GrantsFieldProps {
  roles: Loaded<AccessRole[]>;
  grants: GrantRequest[];
  onChange: (grants: GrantRequest[]) => void;
  disabled?: boolean;
}

/**
 * Which access roles someone has. Without units every grant given here is for all units; a grant with a
 * narrower scope, made elsewhere, is shown and kept as it is.
 */
export function GrantsField({ roles, grants, onChange, disabled }: GrantsFieldProps) {
  const narrow = grants.filter((grant) => grant.scope_kind !== 'all');
  const has = (role: AccessRole) => grants.some((grant) => grant.role_id === role.id && grant.scope_kind === 'all');
  const toggle = (role: AccessRole) =>
    onChange(
      has(role)
        ? grants.filter((grant) => grant.role_id !== role.id || grant.scope_kind !== 'all')
        : [...grants, { role_id: role.id, scope_kind: 'all', scope_id: null }],
    );
  return (
    <Show loaded={roles} what="access roles">
      {(all) => (
        <Stack gap="xs" mt={6} role="group" aria-label="Access roles, for all units">
          {all.map((role) => (
            <Checkbox
              key={role.id}
              label={role.name}
              description={role.description}
              checked={has(role)}
              disabled={disabled}
              styles={readable}
              onChange={() => toggle(role)}
            />
          ))}
          {narrow.length > 0 && (
            <Text size="sm" c="dimmed">
              {narrow.length} {narrow.length === 1 ? 'grant' : 'grants'} for a single unit stay as they are.
            </Text>
          )}
        </Stack>
      )}
    </Show>
  );
}

export const grantRequests = (grants: Grant[]): GrantRequest[] =>
  grants.map(({ role_id, scope_kind, scope_id }) => ({ role_id, scope_kind, scope_id }));

/** Grants in a word or two for a table: "Administrator, Planner (one unit)". */
export const grantNames = (grants: Grant[]): string =>
  grants.map((grant) => (grant.scope_kind === 'all' ? grant.role_name : `${grant.role_name} (one unit)`)).join(', ');
