import { clusterQuery } from '@/api/cluster';
import { usePermitted } from '@/api/loaded';
import { useMay } from '@/api/session';
import { ClusterView } from './ClusterView';

export function ClusterPage() {
  return <ClusterView cluster={usePermitted('system:view', clusterQuery)} mayEdit={useMay('system:edit')} />;
}
