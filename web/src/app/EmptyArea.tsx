import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Notice } from '@/components/Notice';
import { PageHeader } from '@/components/PageHeader';
import type { Area } from './areas';

/** An area without content: what it is for and what to do first. */
export function EmptyArea({ area }: { area: Area }) {
  return (
    <>
      <PageHeader title={area.name} />
      {area.empty && (
        <Notice
          icon={area.icon}
          title={area.empty.title}
          action={area.empty.next && <Anchor component={Link} to={area.empty.next.to} size="sm">{area.empty.next.name}</Anchor>}
        >
          <Text mb="xs">{area.empty.purpose}</Text>
          <Text>{area.empty.first}</Text>
        </Notice>
      )}
    </>
  );
}
