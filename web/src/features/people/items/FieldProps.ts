import type { UseFormReturnType } from '@mantine/form';
import type { Fields, Kind } from '@/api/organization';
import type { Zone } from '@/api/types';
import type { FieldSpec } from './fields';
import type { Scope } from './places';

/** What every input of a field is drawn from. */
export interface FieldProps {
  spec: FieldSpec;
  kind: Kind;
  form: UseFormReturnType<Fields>;
  scope: Scope;
  zones: readonly Zone[];
  readOnly: boolean;
}
