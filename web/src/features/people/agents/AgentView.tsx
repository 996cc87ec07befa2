import { Button, Group, Stack, Text } from '@mantine/core';
import type { Loaded, Pages } from '@/api/loaded';
import type { AgentDetails, AgentEdit, AgentEvent, AgentField } from '@/api/types';
import { Facts } from '@/components/Facts';
import { MutationProblem } from '@/components/MutationProblem';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { formatInstant } from '@/lib/format';
import { nameOf, type Scope } from '../items/places';
import { AgentEmployment } from './AgentEmployment';
import { AgentFacts } from './AgentFacts';
import { AgentHistory } from './AgentHistory';
import { AgentPlaces } from './AgentPlaces';
import { AgentState, sourceText } from './AgentSign';
import { AgentSkills } from './AgentSkills';

export interface AgentViewProps {
  details: AgentDetails;
  history: Loaded<Pages<AgentEvent>>;
  scope: Scope;
  now: number;
  mayEdit: boolean;
  busy: boolean;
  error: Error | null;
  change: (body: AgentEdit, onError: (error: Error) => void) => void;
  takeBack: (field: AgentField) => void;
  reload: () => void;
}

const shown = ['first_name', 'last_name', 'employee_number', 'user_name', 'email', 'management_unit_id', 'time_zone_id', 'team_id', 'work_plan_id'];

/** Everything of one agent. What is set here against a directory says so, and can be taken back. */
export function AgentView(props: AgentViewProps) {
  const { details, scope, mayEdit, error } = props;
  const { agent, logins } = details;
  const key = `${agent.id} ${agent.version}`;
  return (
    <Stack gap="md">
      <MutationProblem error={error} shown={shown} reload={props.reload} />
      <Origin {...props} />
      <AgentFacts key={`facts ${key}`} {...props} />
      <AgentEmployment key={`employment ${key}`} {...props} />
      <AgentPlaces key={`places ${key}`} {...props} />
      <AgentSkills key={`skills ${key}`} {...props} />
      <Panel title="Logins" note="At the telephone systems, as the directory tells them.">
        {logins.length === 0
          ? <Text size="sm" c="dimmed">None.</Text>
          : <Facts facts={logins.map((login) => [nameOf(scope, login.switch_id), login.code] as const)} />}
        <Differs {...props} field="logins" />
      </Panel>
      <AgentHistory history={props.history} scope={scope} />
      {!mayEdit && <Text size="sm" c="dimmed">Changing this needs the permission people:edit.</Text>}
    </Stack>
  );
}

function Origin({ details: { agent }, scope, now }: AgentViewProps) {
  return (
    <Group gap="xs">
      <AgentState agent={agent} />
      {agent.sources.map((source) => (
        <Tag key={source.source_id} kind={source.gone ? 'off' : 'plain'}>{sourceText(source, now)}</Tag>
      ))}
      {agent.sources.length === 0 && <Tag kind="own">by hand</Tag>}
      <Text size="sm" c="dimmed">{[nameOf(scope, agent.tenant_id), nameOf(scope, agent.site_id)].filter(Boolean).join(' › ')}</Text>
    </Group>
  );
}

/** Says that a field is not as the directory has it, who made it so, and takes that back. */
export function Differs({ details, field, mayEdit, busy, takeBack }: AgentViewProps & { field: AgentField }) {
  const kept = details.overrides.find((one) => one.field === field);
  return kept && (
    <Group gap={6} mt={4}>
      <Tag kind="own">differs from directory</Tag>
      <Text size="xs" c="dimmed">set by {kept.owner}, {formatInstant(kept.at)}</Text>
      {mayEdit && (
        <Button size="compact-xs" variant="default" loading={busy} aria-label={`Take back ${field.replaceAll('_', ' ')}`} onClick={() => takeBack(field)}>
          Take back
        </Button>
      )}
    </Group>
  );
}
