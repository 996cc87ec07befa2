import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { isBeingBuilt, type BuildEnd } from '@/api/builds';
import type { BuildDetails, BuildUnit, Forecast, Items } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { MutationProblem } from '@/components/MutationProblem';
import { Panel } from '@/components/Panel';
import { useAddress } from '@/components/useAddress';
import { fullDate } from '@/lib/dates';
import { formatNumber } from '@/lib/format';
import { BuiltDrawing } from '../drawing/BuiltDrawing';
import classes from '../Schedule.module.css';
import { useAsked } from '../useScheduling';
import { BuildTag } from './BuildTag';
import { ProgressChart } from './ProgressChart';

interface BuildViewProps {
  details: BuildDetails;
  sites: readonly Items['management-units'][];
  forecast: Forecast | undefined;
  mayEdit: boolean;
  error: Error | null;
  isEnding: boolean;
  end: (what: BuildEnd) => void;
  onRebuild: (site: string) => void;
}

const parts: Record<BuildUnit['changed'][number], string> = {
  people: 'who is to be scheduled', work_plans: 'work plans', skills: 'skills', requirement: 'the requirement',
};

/** A build while it goes on and after: how good it is, what was found, and the schedule itself. */
export function BuildView({ details: { build, units }, sites, forecast, mayEdit, error, isEnding, end, onRebuild }: BuildViewProps) {
  const asked = useAsked();
  const address = useAddress();
  const unit = units.find(({ management_unit_id }) => management_unit_id === asked.site) ?? units[0];
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? 'A unit that is gone';
  const isOpen = isBeingBuilt(build);
  return (
    <Panel
      title={build.name}
      note={`${build.weeks} ${build.weeks === 1 ? 'week' : 'weeks'} from ${fullDate(build.first_day)}, for ${forecast?.name ?? 'a forecast that is gone'}. ${build.sentence}`}
      action={
        <Group gap="xs">
          <BuildTag state={build.state} />
          {mayEdit && isOpen && (
            <>
              <Button size="xs" leftSection={<IconPlayerStop size={14} aria-hidden />} loading={isEnding} disabled={build.is_stopping} onClick={() => end('stop')}>Stop and keep</Button>
              <ConfirmButton question={`${build.name} is no longer searched, and nothing of it counts.`} onConfirm={() => end('cancel')}>Cancel build</ConfirmButton>
            </>
          )}
          {mayEdit && unit && build.state === 'done' && unit.cost !== null && (
            <Button size="xs" variant="default" leftSection={<IconRefresh size={14} aria-hidden />} onClick={() => onRebuild(unit.management_unit_id)}>Rebuild a part</Button>
          )}
          {mayEdit && !isOpen && <ConfirmButton question={`${build.name} is removed for everybody.`} onConfirm={() => end('remove')}>Remove</ConfirmButton>}
        </Group>
      }
    >
      <MutationProblem error={error} />
      {build.rebuild && <Text size="sm" mb="sm">{rebuiltWords(build.rebuild)}</Text>}
      {units.length > 1 && (
        <NativeSelect
          label="Management unit"
          mb="sm"
          maw={280}
          data={units.map(({ management_unit_id: id }) => ({ value: id, label: nameOf(id) }))}
          value={unit?.management_unit_id}
          onChange={({ currentTarget: { value } }) => address({ site: value })}
        />
      )}
      {unit && <UnitView build={build} unit={unit} name={nameOf(unit.management_unit_id)} />}
    </Panel>
  );
}

function UnitView({ build, unit, name }: { build: BuildDetails['build']; unit: BuildUnit; name: string }) {
  const last = unit.progress.at(-1);
  return (
    <Stack gap="md">
      {unit.is_stale && (
        <Alert color="yellow" role="status" icon={<IconAlertTriangle aria-hidden />} title="Built from something else">
          Since then have changed: {unit.changed.map((part) => parts[part]).join(', ')}. Build again to take that in.
        </Alert>
      )}
      {unit.state === 'failed' && <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={`${name} could not be built`}>{unit.sentence}</Alert>}
      <dl className={classes.figures}>
        <Figure name="Covered" value={last ? `${formatNumber(last.covered * 100)} %` : '–'} help="of what is required" />
        <Figure name="Rules broken" value={unit.breaches === null ? '–' : formatNumber(unit.breaches)} help={unit.breaches ? 'see what was found' : 'all are kept'} />
        <Figure name="Cost" value={unit.cost === null ? '–' : formatNumber(unit.cost)} help={costWords(unit)} />
        <Figure name="Searched" value={`${formatNumber(unit.seconds)} s`} help={`of ${formatNumber(build.seconds)} s${unit.nodes.length > 0 ? `, on ${unit.nodes.join(', ')}` : ''}`} />
      </dl>
      {unit.progress.length > 1 && <ProgressChart points={unit.progress} label={`Progress of ${name}`} />}
      {unit.findings.length > 0 && (
        <section aria-label="What was found">
          <Text fw={600} size="sm" mb={4}>What was found</Text>
          <ul className={classes.findings}>{unit.findings.map((finding) => <li key={finding}>{finding}</li>)}</ul>
        </section>
      )}
      {unit.cost !== null && <BuiltDrawing build={build} unit={unit} name={name} />}
      {unit.cost === null && unit.state === 'waiting' && <Text size="sm" c="dimmed">Waits for a free builder.</Text>}
    </Stack>
  );
}

/** Up to here the least possible cost says how good a schedule is; beyond, it says little of the schedule. */
const tight = 0.2;

/** What the cost is to be measured by: the least that any schedule can cost, as far as the search has proved it. */
function costWords({ cost, bound }: Pick<BuildUnit, 'cost' | 'bound'>): string {
  if (cost === null || bound === null || bound <= 0) {
    return 'less is better';
  }
  const gap = (cost - bound) / bound;
  return gap <= tight
    ? `within ${formatNumber(gap * 100)} % of what is possible`
    : `at least ${formatNumber((bound / cost) * 100)} % of it cannot be avoided; of the rest it is not known yet`;
}

const counted = (count: number, one: string) => `${formatNumber(count)} ${one}${count === 1 ? '' : 's'}`;

function rebuiltWords({ agent_ids, days, locked }: NonNullable<BuildDetails['build']['rebuild']>): string {
  const who = agent_ids ? counted(agent_ids.length, 'agent') : 'Everybody';
  const when = days ? counted(days.length, 'day') : 'all days';
  const kept = locked?.length ? `, less ${locked.length} locked,` : '';
  return `${who} on ${when}${kept} built anew; the rest is as in an earlier build.`;
}

function Figure({ name, value, help }: { name: string; value: string; help: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
      <dd className={classes.help}>{help}</dd>
    </div>
  );
}
