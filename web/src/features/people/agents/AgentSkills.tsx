import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import { useState } from 'react';
import { Panel } from '@/components/Panel';
import { ItemSelect } from '../items/ItemSelect';
import { nameOf } from '../items/places';
import { Differs, type AgentViewProps } from './AgentView';

/** What somebody is able to do, and how well: changed as a whole and saved at once. */
export function AgentSkills(props: AgentViewProps) {
  const { details: { agent }, scope, mayEdit, busy, change } = props;
  const [skills, setSkills] = useState(agent.skills);
  const readOnly = !mayEdit || agent.removed_at !== null;
  const setLevel = (id: string, level: number) => setSkills(skills.map((one) => (one.skill_id === id ? { ...one, level } : one)));
  return (
    <Panel title="Skills" note="Levels from 0 to 100; higher is better.">
      <Stack gap="xs">
        {skills.length === 0 && <Text size="sm" c="dimmed">None.</Text>}
        {skills.map(({ skill_id: id, level }) => {
          const name = nameOf(scope, id);
          return (
            <Group key={id} gap="xs" wrap="nowrap">
              <Text size="sm" flex={1} miw={0} truncate>{name}</Text>
              <NumberInput
                w={76}
                hideControls
                aria-label={`Level of ${name}`}
                readOnly={readOnly}
                min={0}
                max={100}
                allowDecimal={false}
                value={level}
                onChange={(value) => setLevel(id, Number(value))}
              />
              {!readOnly && (
                <Button size="compact-xs" variant="subtle" color="gray" aria-label={`Take away ${name}`} onClick={() => setSkills(skills.filter((one) => one.skill_id !== id))}>
                  Take away
                </Button>
              )}
            </Group>
          );
        })}
        <Differs {...props} field="skills" />
        {!readOnly && (
          <Group justify="space-between" align="flex-end">
            <ItemSelect
              label="Add a skill"
              wanted="skills"
              kind="sites"
              fields={{ tenant_id: agent.tenant_id }}
              scope={scope}
              value={null}
              only={(skill) => !skills.some((one) => one.skill_id === skill.id)}
              onChange={(id) => id && setSkills([...skills, { skill_id: id, level: 50 }])}
            />
            <Button size="xs" loading={busy} disabled={JSON.stringify(skills) === JSON.stringify(agent.skills)} onClick={() => change({ skills }, () => undefined)}>
              Save skills
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  );
}
