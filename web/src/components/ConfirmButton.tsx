import { Button, Group, Popover, Stack, Text, type ButtonProps } from '@mantine/core';
import { useState } from 'react';

interface ConfirmButtonProps extends ButtonProps {
  children: string;
  /** What will happen, in one sentence. */
  question: string;
  onConfirm: () => void;
}

/** A button that says what it will do before it does it. */
export function ConfirmButton({ children, question, onConfirm, ...button }: ConfirmButtonProps) {
  const [asked, setAsked] = useState(false);
  return (
    <Popover opened={asked} onChange={setAsked} width={280} trapFocus returnFocus withArrow shadow="md">
      <Popover.Target>
        <Button variant="default" size="xs" {...button} onClick={() => setAsked(!asked)}>
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={children}>
        <Stack gap="sm">
          <Text size="sm">{question}</Text>
          <Group gap="xs" justify="flex-end">
            <Button size="xs" variant="default" onClick={() => setAsked(false)}>Keep</Button>
            <Button size="xs" onClick={() => { setAsked(false); onConfirm(); }}>{children}</Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
