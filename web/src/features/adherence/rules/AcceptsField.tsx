import { Button, Checkbox, Group, Input, Popover, Stack } from '@mantine/core';
import type { StateMeaning } from '@/api/types';
import { capital } from '@/lib/format';
import { acceptable, meaningWord } from './draft';

interface AcceptsFieldProps {
  /** Beside the button; or only its name. */
  label?: string;
  name?: string;
  /** Null: as usual. */
  value: StateMeaning[] | null;
  usual: readonly StateMeaning[];
  readOnly: boolean;
  error?: string;
  onChange: (value: StateMeaning[] | null) => void;
}

const wordsOf = (all: readonly StateMeaning[]): string => all.map((one) => meaningWord[one]).join(', ') || 'nothing';

/** What an agent may be doing meanwhile: the usual, or a choice of one's own. */
export function AcceptsField({ label, name, value, usual, readOnly, error, onChange }: AcceptsFieldProps) {
  const now = value ?? usual;
  const toggle = (one: StateMeaning) => onChange(acceptable.filter((other) => (other === one) !== now.includes(other)));
  const words = capital(wordsOf(now));
  return (
    <Group gap="xs" mt={label ? 'sm' : 0}>
      {label && <Input.Label component="span" labelElement="div">{label}</Input.Label>}
      <Popover trapFocus returnFocus withArrow shadow="md" position="bottom-start">
        <Popover.Target>
          <Button variant="default" size="compact-sm" fw={value ? 600 : 400} aria-label={`${name ?? label ?? ''}: ${words}`} disabled={readOnly}>
            {words}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={name ?? label}>
          <Stack gap={6}>
            {acceptable.map((one) => (
              <Checkbox key={one} label={capital(meaningWord[one])} checked={now.includes(one)} onChange={() => toggle(one)} />
            ))}
            <Button variant="default" size="compact-xs" disabled={value === null} onClick={() => onChange(null)}>As usual</Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {error && <Input.Error>{error}</Input.Error>}
    </Group>
  );
}
