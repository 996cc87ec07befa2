import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTitle } from './useTitle';

interface NoticeProps {
  icon: Icon;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  /** 1 where it is the only heading of the page. */
  order?: 1 | 2;
}

/** A calm page or panel that says why there is nothing here and what to do first. */
export function Notice({ icon: Sign, title, children, action, order = 2 }: NoticeProps) {
  useTitle(order === 1 ? title : undefined);
  return (
    <Stack align="flex-start" gap="xs" maw={560} py="lg" px="xs">
      <ThemeIcon variant="light" size={40} radius="md" aria-hidden>
        <Sign size={22} stroke={1.6} />
      </ThemeIcon>
      <Title order={order} size="h4">
        {title}
      </Title>
      <Text component="div" c="dimmed">
        {children}
      </Text>
      {action}
    </Stack>
  );
}
