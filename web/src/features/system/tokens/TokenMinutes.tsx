import { TextInput, type TextInputProps } from '@mantine/core';

/** The life of a token. A text field with digits: a number field changes by the mouse wheel and hides what it refused. */
export function TokenMinutes(props: TextInputProps) {
  return <TextInput label="Token life, minutes" inputMode="numeric" maw={180} styles={{ input: { textAlign: 'right' } }} {...props} />;
}

export function readMinutes(text: string): number | undefined {
  const minutes = Number(text.trim());
  return Number.isInteger(minutes) && minutes > 0 ? minutes : undefined;
}
