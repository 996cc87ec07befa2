import { Button, Group, Text } from '@mantine/core';
import type { Pages } from '@/api/loaded';
import { formatNumber } from '@/lib/format';

/** How much of a list is shown, and the way to the rest. */
export function LoadMore({ pages, what }: { pages: Pages<unknown>; what: string }) {
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="dimmed" role="status">
        {formatNumber(pages.items.length)} {what} {pages.more ? 'shown, there are more' : 'in all'}
      </Text>
      {pages.more && (
        <Button variant="default" size="xs" loading={pages.more.loading} onClick={pages.more.load}>
          Load more
        </Button>
      )}
    </Group>
  );
}
