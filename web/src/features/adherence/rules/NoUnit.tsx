import { Anchor } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Notice } from '@/components/Notice';

/** There is nothing that rules could be of. */
export function NoUnit() {
  return (
    <Notice icon={IconBuilding} title="No business unit yet" action={<Anchor component={Link} to="/people/organization" size="sm">Open Organization</Anchor>}>
      Adherence rules are those of a business unit. Make one first.
    </Notice>
  );
}
