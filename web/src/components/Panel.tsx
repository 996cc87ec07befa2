import { Group, Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface PanelProps {
  title: string;
  note?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** A titled section of a page. */
export function Panel({ title, note, action, children }: PanelProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} withBorder p="md">
      <Group justify="space-between" align="flex-start" mb="xs" gap="sm">
        <div>
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          {note && <Text size="sm" c="dimmed">{note}</Text>}
        </div>
        {action}
      </Group>
      {children}
    </Paper>
  );
}
