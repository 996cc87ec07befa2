import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePermitted, type Loaded } from '@/api/loaded';
import { organizationQuery, zonesQuery } from '@/api/organization';
import { useMay } from '@/api/session';
import { useLiveQuery } from '@/api/useLive';
import type { Zone } from '@/api/types';
import { scopeOf, type Scope } from './places';

interface ItemsState {
  scope: Loaded<Scope>;
  zones: readonly Zone[];
  mayEdit: boolean;
}

const none: readonly Zone[] = [];

/** What every page of the organization is drawn from. */
export function useItems(): ItemsState {
  const loaded = usePermitted('organization:view', organizationQuery);
  useLiveQuery(useMay('organization:view') ? 'organization' : undefined, organizationQuery.queryKey);
  const all = loaded.state === 'full' ? loaded.data : undefined;
  const scope = useMemo(() => all && scopeOf(all), [all]);
  return {
    scope: loaded.state === 'full' && scope ? { ...loaded, data: scope } : (loaded as Loaded<Scope>),
    zones: useQuery(zonesQuery).data ?? none,
    mayEdit: useMay('organization:edit'),
  };
}
