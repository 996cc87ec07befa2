import { usePermitted } from '@/api/loaded';
import { nodeRolesQuery } from '@/api/system';
import { RolesView } from './RolesView';

export function RolesPage() {
  return <RolesView roles={usePermitted('system:view', { ...nodeRolesQuery, refetchInterval: 5_000 })} />;
}
