import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { usePermitted, usePermittedPages } from '@/api/loaded';
import { useMay } from '@/api/session';
import { issuesQuery, sourcesQuery, syncKey } from '@/api/synchronization';
import { useAddress } from '@/components/useAddress';
import { useNow } from '@/lib/useNow';
import { SyncView } from './SyncView';

const route = getRouteApi('/framed/people/synchronization');
const SourceDrawer = lazy(() => import('./SourceDrawer').then((module) => ({ default: module.SourceDrawer })));
const NewSource = lazy(() => import('./NewSource').then((module) => ({ default: module.NewSource })));

export function SyncPage() {
  const { source } = route.useSearch();
  const sources = usePermitted('synchronization:view', sourcesQuery);
  const issues = usePermittedPages('synchronization:view', issuesQuery);
  const mayEdit = useMay('synchronization:edit');
  const address = useAddress();
  const queries = useQueryClient();
  const close = () => address({ source: undefined }, 'push');
  return (
    <>
      <SyncView
        sources={sources}
        issues={issues}
        mayEdit={mayEdit}
        now={useNow(1_000)}
        onOpen={(id) => address({ source: id }, 'push')}
        onChanged={() => void queries.invalidateQueries({ queryKey: syncKey })}
      />
      <Suspense>
        {source === 'new' && mayEdit && <NewSource close={close} />}
        {source !== undefined && source !== 'new' && sources.state === 'full' && (
          <SourceDrawer followed={sources.data.find((one) => one.source.id === source)} mayEdit={mayEdit} close={close} />
        )}
      </Suspense>
    </>
  );
}
