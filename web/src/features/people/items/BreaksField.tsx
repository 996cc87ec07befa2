import { NativeSelect } from '@mantine/core';
import type { BreakRule } from '@/api/types';
import type { FieldProps } from './FieldProps';
import { NumberField } from './NumberField';
import { choicesFor } from './places';
import { RowsField } from './RowsField';

const numbers = [
  { name: 'minutes', label: 'Minutes of each' },
  { name: 'count', label: 'How many' },
  { name: 'for_shifts_from_minutes', label: 'In shifts from, min' },
  { name: 'earliest_minutes_after_start', label: 'Earliest after start, min' },
  { name: 'ends_minutes_before_stop', label: 'Ends before stop, min' },
  { name: 'min_gap_minutes', label: 'Gap to the next, min' },
] as const;

/** What interrupts a shift: which break or meal, how long, how often and when. */
export function BreaksField(props: FieldProps) {
  const { form, scope, kind, readOnly } = props;
  const codes = scope.all['activity-codes'].filter((code) =>
    ['break', 'meal'].includes(code.category) && choicesFor(scope, 'activity-codes', kind, form.values).includes(code));
  const fresh: BreakRule = {
    activity_code_id: codes[0]?.id ?? '', minutes: 30, count: 1, for_shifts_from_minutes: 0, earliest_minutes_after_start: 120,
    ends_minutes_before_stop: 120, min_gap_minutes: 60,
  };
  const refused = codes.length === 0
    ? 'This takes an activity code of the category break or meal in the business unit. Make one in the tab Organization.'
    : undefined;
  return (
    <RowsField<BreakRule> {...props} one="break or meal" fresh={fresh} none="No breaks and no meals." refused={refused}>
      {(row, path) => (
        <>
          <NativeSelect
            label="Break or meal"
            disabled={readOnly}
            data={codes.map((code) => ({ value: code.id, label: `${code.name} (${code.paid ? 'paid' : 'not paid'})` }))}
            value={row.activity_code_id}
            error={form.errors[`${path}.activity_code_id`]}
            onChange={(event) => form.setFieldValue(`${path}.activity_code_id`, event.currentTarget.value)}
          />
          {numbers.map(({ name, label }) => (
            <NumberField key={name} spec={{}} path={`${path}.${name}`} label={label} form={form} readOnly={readOnly} />
          ))}
        </>
      )}
    </RowsField>
  );
}
