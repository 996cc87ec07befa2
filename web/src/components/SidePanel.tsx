import { Drawer, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { beginAtFirstField } from './beginAtFirstField';
import { useFocusBack } from './useFocusBack';
import { useUnsaved } from './useUnsaved';

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
  const { question, watch } = useUnsaved(close);
  return (
    <Drawer.Root opened onClose={close} position="right" size={size} closeOnEscape={false}>
      <Drawer.Overlay />
      <Drawer.Content {...watch}>
        <Group justify="space-between" wrap="nowrap" p="md" pb={0}>
          <Drawer.Title fz="lg" fw={650}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label="Close" />
        </Group>
        <Drawer.Body p="md" ref={beginAtFirstField}>{children}</Drawer.Body>
        {question}
      </Drawer.Content>
    </Drawer.Root>
  );
}
