import { Button, Group, Text, Title } from '@mantine/core';
import { DataTable, type Column } from '@/components/DataTable';
import { MutationProblem } from '@/components/MutationProblem';
import { clockOf, minutesOfClock } from '@/lib/dates';
import { formatNumber } from '@/lib/format';
import type { Items, SharedRequirement } from '@/api/types';
import classes from '../../Forecast.module.css';
import { signed } from '../../percent';
import { partOf, secondsOf } from './estimate';
import type { Search } from './useSearch';

type Groups = readonly Items['planning-groups'][];

interface FoundProps {
  search: Search;
  groups: Groups;
  onCancel: () => void;
}

const nameOf = (groups: Groups, id: string) => groups.find((group) => group.id === id)?.name ?? 'A planning group';

/** How many agents of each group it takes, interval by interval, beside what each planning group takes alone. */
export function Found({ search, groups, onCancel }: FoundProps) {
  const { from, to, found, isRunning, isCancelled, problem } = search;
  const last = found.at(-1);
  const done = last ? minutesOfClock(last.time) + last.minutes : from;
  return (
    <section aria-label="Agents needed together">
      <Title order={3} size="h6" mb={6}>Agents needed together</Title>
      {isRunning && (
        <div role="status">
          <progress className={classes.progress} aria-label="Agents needed together are searched" max={to - from} value={Math.min(done, to) - from} />
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed">{found.length} intervals, up to {clockOf(done)} of {clockOf(to)}.</Text>
            <Button size="xs" variant="default" onClick={onCancel}>Cancel</Button>
          </Group>
        </div>
      )}
      {isCancelled && <Text size="sm" c="dimmed">Cancelled at {clockOf(done)} of {clockOf(to)}; what was found stays.</Text>}
      <MutationProblem error={problem ?? null} />
      {found.length > 0 && <Summary found={found} />}
      {found.length > 0 && (
        <DataTable
          label="Agents needed together"
          columns={columnsOf(found)}
          rows={[...found]}
          rowKey={({ time }) => time}
          rowName={({ time }) => time.slice(0, 5)}
          detail={(row) => <Served row={row} groups={groups} />}
        />
      )}
    </section>
  );
}

function Summary({ found }: { found: readonly SharedRequirement[] }) {
  const sum = (of: (row: SharedRequirement) => number) => found.reduce((all, row) => all + (of(row) * row.minutes) / 60, 0);
  const [together, alone] = [sum(({ agents }) => agents), sum(({ alone_agents: agents }) => agents)];
  const most = (of: (row: SharedRequirement) => number) => Math.max(...found.map(of));
  return (
    <dl className={classes.figures}>
      <div>
        <dt>Most agents at once, together</dt>
        <dd>{formatNumber(most(({ agents }) => agents))}</dd>
      </div>
      <div>
        <dt>Each alone, by Erlang</dt>
        <dd>{formatNumber(most(({ alone_agents: agents }) => agents))}</dd>
      </div>
      <div>
        <dt>Hours on queue, together</dt>
        <dd>{formatNumber(together)} <small className={together > alone ? classes.positive : classes.negative}>{signed(together - alone)}</small></dd>
      </div>
    </dl>
  );
}

function columnsOf(found: readonly SharedRequirement[]): Column<SharedRequirement>[] {
  const names = found[0]?.agent_groups.map(({ name }) => name) ?? [];
  return [
    { header: 'From', cell: ({ time }) => time.slice(0, 5), width: '70px' },
    { header: 'Each alone', cell: ({ alone_agents: agents }) => formatNumber(agents), align: 'right' },
    { header: 'Together', cell: ({ agents, reason }) => <>{formatNumber(agents)}{reason && <Text size="xs" className={classes.positive}>{reason}</Text>}</>, align: 'right' },
    ...names.map((name, index): Column<SharedRequirement> => ({
      header: name, cell: ({ agent_groups: groups }) => formatNumber(groups[index]?.agents ?? 0), align: 'right',
    })),
  ];
}

function Served({ row, groups }: { row: SharedRequirement; groups: Groups }) {
  return (
    <>
      {row.planning_groups.map(({ planning_group_id: id, contacts, alone_agents: alone, served }) => (
        <Text key={id} size="sm">
          <strong>{nameOf(groups, id)}</strong>: {formatNumber(contacts)} contacts, {formatNumber(alone)} agents alone; together service level {partOf(served.service_level)},
          {' '}answered after {secondsOf(served.answer_seconds)}, abandoned {partOf(served.abandonment)}
        </Text>
      ))}
      {row.agent_groups.map(({ name, occupancy }) => <Text key={name} size="sm"><strong>{name}</strong>: occupancy {partOf(occupancy)}</Text>)}
      <Text size="xs" c="dimmed">± is half of the width of the 95 % confidence interval. {row.simulated} staffings were tried.</Text>
    </>
  );
}
