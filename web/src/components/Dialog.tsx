import { Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { beginAtFirstField } from './beginAtFirstField';
import { useFocusBack } from './useFocusBack';
import { useUnsaved } from './useUnsaved';

interface DialogProps {
  title: string;
  close: () => void;
  size?: 'lg' | 'xl';
  children: ReactNode;
}

/** Asks for something new. A click beside it does not throw away what was typed; Escape asks, the cross does. */
export function Dialog({ title, close, size = 'lg', children }: DialogProps) {
  useFocusBack();
  const { question, watch } = useUnsaved(close);
  return (
    <Modal.Root opened onClose={close} size={size} centered closeOnClickOutside={false} closeOnEscape={false}>
      <Modal.Overlay />
      <Modal.Content {...watch}>
        <Group justify="space-between" wrap="nowrap" p="md" pb={0}>
          <Modal.Title fz="lg" fw={650}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </Group>
        <Modal.Body p="md" ref={beginAtFirstField}>{children}</Modal.Body>
        {question}
      </Modal.Content>
    </Modal.Root>
  );
}
