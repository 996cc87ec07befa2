import { Drawer, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFocusBack } from './useFocusBack';

interface SidePanelProps {
  title: string;
  close: () => void;
  /** Of the panel at the side of a desk; a phone's is as wide as the phone. */
  size?: 'lg' | 'xl' | '70rem';
  children: ReactNode;
}

/** One thing, open over the list that it comes from. Its head is no page header, so it is put together by hand. */
export function SidePanel({ title, close, size = 'lg', children }: SidePanelProps) {
  useFocusBack();
  return (
    <Drawer.Root opened onClose={close} position="right" size={size}>
      <Drawer.Overlay />
      <Drawer.Content>
        <Group justify="space-between" wrap="nowrap" p="md" pb={0}>
          <Drawer.Title fz="lg" fw={650}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label="Close" />
        </Group>
        <Drawer.Body p="md">{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
