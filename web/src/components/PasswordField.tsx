import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A password that can be looked at. Mantine shows an error of it but does not tell assistive technology which field is wrong. */
export function PasswordField(props: PasswordInputProps) {
  return <PasswordInput aria-invalid={Boolean(props.error)} {...props} />;
}
