import { getRouteApi } from '@tanstack/react-router';
import { usePermitted } from '@/api/loaded';
import { optionsQuery } from '@/api/system';
import { useAddress } from '@/components/useAddress';
import { OptionsView } from './OptionsView';

const route = getRouteApi('/framed/system/options');

export function OptionsPage() {
  const { search = '' } = route.useSearch();
  const address = useAddress();
  return (
    <OptionsView
      options={usePermitted('system:view', optionsQuery)}
      search={search}
      onSearch={(text) => address({ search: text })}
    />
  );
}
