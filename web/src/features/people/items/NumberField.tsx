import '@mantine/core/styles/NumberInput.css';
import { NumberInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { Fields } from '@/api/organization';
import { formatMinutes } from '@/lib/format';
import type { FieldSpec } from './fields';

/** An elapsed time as people say it, below the minutes that contracts are written in. */
const spoken = (value: unknown, unit: FieldSpec['unit']): string | undefined =>
  unit === 'min' && typeof value === 'number' && value >= 60 ? formatMinutes(value) : undefined;

interface NumberFieldProps {
  spec: Pick<FieldSpec, 'unit' | 'description'>;
  path: string;
  label: string;
  /** Where the label alone does not say what it is. */
  name?: string;
  form: UseFormReturnType<Fields>;
  readOnly: boolean;
}

/** A whole number; an empty one is null. */
export function NumberField({ spec, path, label, name, form, readOnly }: NumberFieldProps) {
  const input = form.getInputProps(path) as { value: unknown; error?: ReactNode };
  const said = [spoken(input.value, spec.unit), spec.description].filter(Boolean).join('. ');
  return (
    <NumberInput
      label={label}
      aria-label={name}
      description={said || undefined}
      hideControls
      allowDecimal={false}
      clampBehavior="none"
      readOnly={readOnly}
      error={input.error}
      value={typeof input.value === 'number' ? input.value : ''}
      onChange={(value) => form.setFieldValue(path, value === '' ? null : Number(value))}
    />
  );
}
