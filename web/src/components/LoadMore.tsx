import { Button, Group, Text } from '@mantine/core';
import type { Pages } from '@/api/loaded';
import { formatNumber } from '@/lib/format';

/** "entries", "edits": what there is one of. */
const oneOf = (what: string): string => what.replace(/ies$/, 'y').replace(/s$/, '');

/** How much of a list is shown, and the way to the rest. */
export function LoadMore({ pages, what }: { pages: Pages<unknown>; what: string }) {
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="dimmed" role="status">
        {formatNumber(pages.items.length)} {pages.items.length === 1 ? oneOf(what) : what} {pages.more ? 'shown, there are more' : 'in all'}
      </Text>
      {pages.more && (
        <Button variant="default" size="xs" loading={pages.more.loading} onClick={pages.more.load}>
          Load more
        </Button>
      )}
    </Group>
  );
}
