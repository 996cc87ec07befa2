import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTitle } from './useTitle';

interface PageHeaderProps {
  title: string;
  note?: string;
  children?: ReactNode;
}

/** The head of a page: what it is, and what can be done here. */
export function PageHeader({ title, note, children }: PageHeaderProps) {
  useTitle(title);
  return (
    <Group justify="space-between" align="flex-end" gap="sm" mb="sm">
      <div>
        <Title order={1} size="h3">{title}</Title>
        {note && <Text size="sm" c="dimmed">{note}</Text>}
      </div>
      {children && <Group gap="xs" miw={0}>{children}</Group>}
    </Group>
  );
}
