import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { eventSourcesKey, followedSourcesQuery } from '@/api/eventSources';
import { dataOf, usePermitted } from '@/api/loaded';
import { findItem, organizationQuery } from '@/api/organization';
import { useMay } from '@/api/session';
import { useAddress } from '@/components/useAddress';
import { isKind } from './sentences';
import { SourcesView, type NameOf } from './SourcesView';

const route = getRouteApi('/framed/adherence/sources');
const QuarantinePanel = lazy(() => import('./QuarantinePanel').then((module) => ({ default: module.QuarantinePanel })));
const SourceDrawer = lazy(() => import('./SourceDrawer').then((module) => ({ default: module.SourceDrawer })));

/** Where events come from, and what of them could not be used. */
export function SourcesPage() {
  const { source: open, of, kind, line } = route.useSearch();
  const sources = usePermitted('events:view', followedSourcesQuery);
  const organization = dataOf(usePermitted('organization:view', organizationQuery));
  const mayEdit = useMay('events:edit');
  const address = useAddress();
  const queries = useQueryClient();
  const all = dataOf(sources) ?? [];
  const nameOf: NameOf = (id) => (organization ? findItem(organization, id)?.item.name : undefined);
  const shownKind = isKind(kind) ? kind : undefined;
  return (
    <Stack gap="md">
      <SourcesView
        sources={sources}
        nameOf={nameOf}
        onOpen={(id) => address({ source: id }, 'push')}
        onLines={(id) => address({ of: id, kind: undefined }, 'push')}
      />
      <Suspense>
        {all.length > 0 && (
          <QuarantinePanel
            key={`${of ?? ''} ${shownKind ?? ''}`}
            sources={all}
            filter={{ source: of, kind: shownKind }}
            line={line}
            mayEdit={mayEdit}
            onFilter={({ source, kind: next }) => address({ of: source, kind: next, line: undefined })}
            onLine={(id) => address({ line: id }, 'push')}
            onChanged={() => void queries.invalidateQueries({ queryKey: eventSourcesKey })}
          />
        )}
        {open !== undefined && sources.state === 'full' && (
          <SourceDrawer
            source={all.find(({ id, name }) => id === open || name === open)}
            switches={organization?.switches}
            mayEdit={mayEdit}
            close={() => address({ source: undefined }, 'push')}
            onReplay={(id) => address({ source: undefined, of: id, kind: 'position_used' }, 'push')}
          />
        )}
      </Suspense>
    </Stack>
  );
}
