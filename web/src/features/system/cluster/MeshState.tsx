import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import type { ClusterView } from '@/api/types';

/** How the mesh stands in a sentence, and what stands in its way. */
export function MeshState({ mesh }: { mesh: ClusterView['mesh'] }) {
  return (
    <>
      {mesh.on
        ? <Text size="sm" fw={600} mb="xs">{mesh.sentence}</Text>
        : (
          <Alert color="yellow" mb="xs" icon={<IconPlugConnectedX aria-hidden />} title={mesh.sentence}>
            Nodes still agree through the database, only later.
          </Alert>
        )}
      {mesh.troubles.length > 0 && (
        <Alert color="yellow" mb="xs" icon={<IconAlertTriangle aria-hidden />} title="Not reached when last dialled">
          <List size="sm">
            {mesh.troubles.map(({ address, reason }) => <List.Item key={address}><strong>{address}</strong>: {reason}</List.Item>)}
          </List>
        </Alert>
      )}
    </>
  );
}
