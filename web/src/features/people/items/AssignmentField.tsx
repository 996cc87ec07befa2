import { Select } from '@mantine/core';
import type { FieldProps } from './FieldProps';
import { choicesFor, placeOf } from './places';

/** Where the people of a site are planned: two fields of the API in one question, so that they cannot contradict each other. */
export function AssignmentField({ spec, form, scope, kind, readOnly }: FieldProps) {
  const { assignment, management_unit_id: unit } = form.values;
  const units = choicesFor(scope, 'management-units', kind, form.values);
  const choose = (value: string | null) => {
    const here = value !== null && scope.byId.has(value);
    form.setValues({ assignment: here ? 'here' : value, management_unit_id: here ? value : null });
  };
  return (
    <Select
      label={spec.label}
      description={spec.description}
      readOnly={readOnly}
      searchable
      allowDeselect={false}
      data={[
        { value: 'unassigned', label: 'Unassigned' },
        { value: 'elsewhere', label: 'Elsewhere, by another server' },
        {
          group: 'Here, in',
          items: units.map((item) => ({ value: item.id, label: `${placeOf(scope, { kind: 'management-units', item })} › ${item.name}` })),
        },
      ]}
      value={(assignment === 'here' ? unit : assignment) as string}
      error={form.errors.assignment ?? form.errors.management_unit_id}
      onChange={choose}
    />
  );
}
