import { Text } from '@mantine/core';
import { formatInstant, viewerZone } from '@/lib/format';

interface InstantProps {
  at: string | null | undefined;
  /** Whose clock shows it; absent: the viewer's. */
  zone?: string;
  none?: string;
}

/** An instant as a clock shows it; the zone and the exact instant are one hover away. */
export function Instant({ at, zone, none = 'never' }: InstantProps) {
  if (!at) {
    return <Text span inherit c="dimmed">{none}</Text>;
  }
  return (
    <time dateTime={at} title={`${zone ?? viewerZone()} · ${at}`}>
      {formatInstant(at, zone)}
    </time>
  );
}
