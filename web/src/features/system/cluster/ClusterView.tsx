import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle, IconTopologyStar3 } from '@tabler/icons-react';
import type { ClusterPicture } from '@/api/clusterPicture';
import type { Loaded } from '@/api/loaded';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import classes from './Cluster.module.css';
import { BreakIt } from './BreakIt';
import { Duties } from './Duties';
import { MeshLinks } from './MeshLinks';
import { MeshPicture } from './MeshPicture';
import { MeshState } from './MeshState';
import { sharedNames } from './meshShape';
import { Nodes } from './Nodes';
import { sharedSentence } from './sentences';
import { StaleReads } from './StaleReads';

interface ClusterViewProps {
  cluster: Loaded<ClusterPicture>;
  mayEdit: boolean;
}

/** Nodes, links and duties, as the node that answers sees them. */
export function ClusterView({ cluster, mayEdit }: ClusterViewProps) {
  return <Show loaded={cluster} what="cluster">{(picture) => <Cluster picture={picture} mayEdit={mayEdit} />}</Show>;
}

function Cluster({ picture, mayEdit }: { picture: ClusterPicture; mayEdit: boolean }) {
  const { view } = picture;
  if (view.nodes.length === 0) {
    return (
      <Notice icon={IconTopologyStar3} title="No node has told of itself yet">
        A node does so within a second of its start. This page looks again by itself.
      </Notice>
    );
  }
  return (
    <Stack gap="md">
      <StaleReads consistency={view.consistency} />
      <BreakIt nodes={view.nodes} />
      {sharedNames(view.nodes).map(([name, incarnations]) => (
        <Alert key={name} role="alert" color="yellow" icon={<IconAlertTriangle aria-hidden />} title={sharedSentence(name, incarnations)}>
          Nodes are told apart by their names, so links and duties are mixed up. Give each its own with <code>Server:Node</code>.
        </Alert>
      ))}
      <div className={classes.besides}>
        <Panel title="Mesh" note={`As ${view.node} sees it, which answers this page.`}>
          <MeshState mesh={view.mesh} />
          <MeshPicture view={view} />
        </Panel>
        <Stack gap="md">
          <Duties leases={view.leases} mayEdit={mayEdit} />
          <MeshLinks links={view.mesh.links} node={view.node} />
        </Stack>
      </div>
      <Nodes picture={picture} />
    </Stack>
  );
}
