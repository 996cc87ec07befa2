import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTitle } from '@/components/useTitle';
import classes from './Door.module.css';

interface DoorProps {
  title: string;
  note?: string;
  children: ReactNode;
}

/** The page before the frame: one thing to do. */
export function Door({ title, note, children }: DoorProps) {
  useTitle(title);
  return (
    <main className={classes.door}>
      <Paper className={classes.card} withBorder p="xl" radius="md">
        <img src="/favicon.svg" alt="" width={40} height={40} />
        <Title order={1} size="h3" mt="sm">{title}</Title>
        <Text c="dimmed" mb="md">{note ?? 'Workforce management for contact centres'}</Text>
        {children}
      </Paper>
    </main>
  );
}
