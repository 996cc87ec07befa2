import { Anchor } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Notice } from '@/components/Notice';

/** There is nothing whose adherence could be watched. */
export function NoUnit() {
  return (
    <Notice icon={IconBuilding} title="No management unit yet" action={<Anchor component={Link} to="/people/organization" size="sm">Open Organization</Anchor>}>
      The wall shows the agents of a management unit. Make one first, put agents into it, and publish a schedule.
    </Notice>
  );
}
