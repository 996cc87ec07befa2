import type { RequiredSkill } from '@/api/types';
import type { FieldProps } from './FieldProps';
import { ItemSelect } from './ItemSelect';
import { NumberField } from './NumberField';
import { RowsField } from './RowsField';

export function SkillsField(props: FieldProps) {
  const { form, readOnly, scope, kind } = props;
  return (
    <RowsField<RequiredSkill> {...props} one="skill" fresh={{ skill_id: '', minimum_level: 0 }} none="None: everybody can take them.">
      {(row, path) => (
        <>
          <ItemSelect
            label="Skill"
            wanted="skills"
            kind={kind}
            fields={form.values}
            scope={scope}
            readOnly={readOnly}
            value={row.skill_id || null}
            error={form.errors[`${path}.skill_id`]}
            onChange={(id) => form.setFieldValue(`${path}.skill_id`, id ?? '')}
          />
          <NumberField spec={{ description: '0 to 100' }} path={`${path}.minimum_level`} label="At least at level" form={form} readOnly={readOnly} />
        </>
      )}
    </RowsField>
  );
}
