import { Text } from '@mantine/core';
import { formatInstant, viewerZone } from '@/lib/format';

/** An instant in the viewer's zone; the zone and the exact instant are one hover away. */
export function Instant({ at, none = 'never' }: { at: string | null | undefined; none?: string }) {
  if (!at) {
    return <Text span inherit c="dimmed">{none}</Text>;
  }
  return (
    <time dateTime={at} title={`${viewerZone()} · ${at}`}>
      {formatInstant(at)}
    </time>
  );
}
