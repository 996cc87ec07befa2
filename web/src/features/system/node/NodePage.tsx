import { usePermitted } from '@/api/loaded';
import { nodeQuery } from '@/api/system';
import { NodeView } from './NodeView';

export function NodePage() {
  return <NodeView node={usePermitted('system:view', nodeQuery)} />;
}
