import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useHeld } from '@/api/session';
import { Notice } from '@/components/Notice';
import { PageHeader } from '@/components/PageHeader';
import { planning, type Area } from './areas';

/** An area without content: what it is for, and what to do until it has some. */
export function EmptyArea({ area }: { area: Area }) {
  const held = useHeld();
  const isPlanner = planning.some((permission) => held.includes(permission));
  return (
    <>
      <PageHeader title={area.name} />
      {area.empty && (
        <Notice
          icon={area.icon}
          title={area.empty.title}
          action={isPlanner && area.empty.next && <Anchor component={Link} to={area.empty.next.to} size="sm">{area.empty.next.name}</Anchor>}
        >
          <Text>{area.empty.purpose}</Text>
          <Text mt="xs">{isPlanner ? area.empty.first : area.empty.own}</Text>
        </Notice>
      )}
    </>
  );
}
