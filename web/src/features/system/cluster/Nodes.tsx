import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ClusterPicture, Silence } from '@/api/clusterPicture';
import type { ClusterNode } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import classes from './Cluster.module.css';
import { replacedNodes, standingOf } from './meshShape';
import { behindOf } from './sentences';

/** Every process that has told of itself; those replaced under their own name only when asked for. */
export function Nodes({ picture }: { picture: ClusterPicture }) {
  const [all, setAll] = useState(false);
  const { nodes } = picture.view;
  const replaced = replacedNodes(nodes);
  const present = nodes.filter((node) => !replaced.includes(node));
  return (
    <Panel title="Nodes" note="Every process of Muster on this database, as each has told with its last beat.">
      <DataTable
        label="Nodes"
        columns={columnsOf(picture, replaced)}
        rows={all ? [...present, ...replaced] : present}
        rowKey={(node) => String(node.incarnation)}
      />
      {replaced.length > 0 && (
        <Button variant="default" size="xs" mt="sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Hide earlier processes' : `Show earlier processes: ${replaced.length}`}
        </Button>
      )}
    </Panel>
  );
}

const columnsOf = ({ view, silent }: ClusterPicture, replaced: readonly ClusterNode[]): Column<ClusterNode>[] => [
  { header: 'Name', cell: (node) => <Name node={node} /> },
  { header: 'Incarnation', cell: (node) => node.incarnation, align: 'right' },
  { header: 'State', cell: (node) => <State node={node} silence={silent[node.incarnation]} replaced={replaced.includes(node)} /> },
  { header: 'Roles', cell: (node) => node.roles.map((role) => <div key={role} className={classes.whole}>{role}</div>) },
  { header: 'Addresses', cell: (node) => (node.addresses.length === 0 ? <Dim>none told</Dim> : node.addresses.map((one) => <div key={one} className={classes.whole}>{one}</div>)) },
  { header: 'Links', cell: (node) => (node.live && node.links.length > 0 ? node.links.join(', ') : <Dim>none</Dim>) },
  { header: 'Reached', cell: (node) => <Reached node={node} on={view.mesh.on} /> },
  { header: 'Versions', cell: (node) => <Versions node={node} /> },
  { header: 'Build', cell: (node) => <Build build={node.build} /> },
];

const Dim = ({ children }: { children: string }) => <Text span inherit c="dimmed">{children}</Text>;

function Name({ node }: { node: ClusterNode }) {
  return (
    <>
      <strong>{node.name}</strong>
      {node.answering && <Text size="xs" c="dimmed">answers this page</Text>}
    </>
  );
}

function State({ node, silence, replaced }: { node: ClusterNode; silence: Silence | undefined; replaced: boolean }) {
  if (node.live) {
    return (
      <>
        <Tag kind="good">live</Tag>
        <Text size="xs" c="dimmed" mt={2}>since <Instant at={node.started_at} /></Text>
      </>
    );
  }
  return (
    <>
      <Tag kind={replaced ? 'off' : 'bad'}>{replaced ? 'replaced' : 'silent'}</Tag>
      {silence && !replaced && (
        <Text size="xs" c="dimmed" mt={2}>{silence.seen ? 'silent since' : 'silent since before'} <Instant at={silence.at} /></Text>
      )}
    </>
  );
}

function Reached({ node, on }: { node: ClusterNode; on: boolean }) {
  switch (standingOf(node, on)) {
    case 'answering': return 'this node';
    case 'linked': return 'directly';
    case 'relayed': return <Tag kind="wait">{`relay, ${node.hops ?? 0} links`}</Tag>;
    case 'unreached': return <Tag kind="bad">not reached</Tag>;
    case 'live': return <Dim>no mesh</Dim>;
    case 'silent': return <Dim>no</Dim>;
  }
}

function Versions({ node }: { node: ClusterNode }) {
  if (!node.live) {
    return <Dim>unknown while silent</Dim>;
  }
  const behind = behindOf(node);
  return behind.length === 0
    ? <Tag kind="good">up to date</Tag>
    : <Stack gap={2} align="flex-start">{behind.map((one) => <Tag key={one} kind="wait">{one}</Tag>)}</Stack>;
}

/** The commit behind the version is told by its first letters; the rest is one hover away. */
function Build({ build }: { build: string }) {
  return <span title={build} className={classes.whole}>{build.replace(/(\+[0-9a-f]{7})[0-9a-f]+$/, '$1')}</span>;
}
