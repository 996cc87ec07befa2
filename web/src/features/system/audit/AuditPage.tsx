import { getRouteApi } from '@tanstack/react-router';
import { auditQuery, type AuditFilter } from '@/api/audit';
import { usePermittedPages } from '@/api/loaded';
import { useRemember } from '@/api/useRemember';
import { useAddress } from '@/components/useAddress';
import { AuditView } from './AuditView';

const route = getRouteApi('/framed/system/audit');

export function AuditPage() {
  const filter: AuditFilter = route.useSearch();
  const entries = usePermittedPages('audit:view', auditQuery(filter));
  const remember = useRemember('audit');
  const address = useAddress();
  const onFilter = (next: AuditFilter) => {
    address({ actor: undefined, entity: undefined, entity_id: undefined, from: undefined, to: undefined, ...next }, 'push');
    remember({ actor: undefined, entity: undefined, from: undefined, to: undefined, ...next });
  };
  return <AuditView key={JSON.stringify(filter)} entries={entries} filter={filter} onFilter={onFilter} />;
}
