import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';

interface SearchFieldProps {
  label: string;
  /** What may be written, in fewer words where there is little room; else the label. */
  hint?: string;
  value: string;
  onChange: (text: string) => void;
}

/** A search over the page below; Escape clears it. */
export function SearchField({ label, hint = label, value, onChange }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  // The button goes with the text: who pressed it writes on.
  const clear = () => {
    onChange('');
    field.current?.focus();
  };
  return (
    <TextInput
      ref={field}
      type="text"
      role="searchbox"
      aria-label={label}
      placeholder={hint}
      w={380}
      maw="100%"
      value={value}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={value && <CloseButton size="sm" aria-label="Clear the search" onClick={clear} />}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && onChange('')}
    />
  );
}
