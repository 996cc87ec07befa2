import { builderPoolQuery, useEndBuild } from '@/api/builds';
import { usePermitted } from '@/api/loaded';
import { organizationQuery } from '@/api/organization';
import { useMay } from '@/api/session';
import { told } from '@/components/told';
import { BuildersView } from './BuildersView';

export function BuildersPage() {
  const organization = usePermitted('organization:view', organizationQuery);
  const end = useEndBuild((_, { name }) => told(`${name} is cancelled`));
  return (
    <BuildersView
      pool={usePermitted('system:view', builderPoolQuery)}
      units={organization.state === 'full' ? organization.data['management-units'] : []}
      mayEdit={useMay('schedule:edit')}
      error={end.error}
      cancel={(job) => end.mutate({ what: 'cancel', of: job })}
    />
  );
}
