import { Badge, type MantineColor } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCheck, IconClock, IconPencil, IconPoint, type Icon } from '@tabler/icons-react';

const looks = {
  good: { color: 'teal', icon: IconCheck },
  wait: { color: 'yellow', icon: IconClock },
  bad: { color: 'red', icon: IconAlertTriangle },
  off: { color: 'gray', icon: IconBan },
  own: { color: 'petrol', icon: IconPencil },
  plain: { color: 'gray', icon: IconPoint },
} satisfies Record<string, { color: MantineColor; icon: Icon }>;

export type TagKind = keyof typeof looks;

/** A state in a word; the sign says the same as the colour. */
export function Tag({ kind, children }: { kind: TagKind; children: string }) {
  const { color, icon: Sign } = looks[kind];
  return (
    <Badge variant="light" color={color} leftSection={<Sign size={12} aria-hidden />}>
      {children}
    </Badge>
  );
}
