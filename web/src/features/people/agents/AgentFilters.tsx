import { NativeSelect, Switch } from '@mantine/core';
import type { PeopleFilter } from '@/api/people';
import { SearchField } from '@/components/SearchField';
import { ItemSelect } from '../items/ItemSelect';
import type { Scope } from '../items/places';
import classes from './Agents.module.css';

export interface SourceName {
  id: string;
  name: string;
}

interface AgentFiltersProps {
  filter: PeopleFilter;
  scope: Scope;
  sources: readonly SourceName[];
  onFilter: (change: PeopleFilter) => void;
}

const items = [
  { field: 'unit', label: 'Management unit', wanted: 'management-units' },
  { field: 'team', label: 'Team', wanted: 'teams' },
  { field: 'skill', label: 'Skill', wanted: 'skills' },
] as const;

const statuses = [
  { value: '', label: 'Not removed' }, { value: 'active', label: 'Active' }, { value: 'inactive', label: 'Inactive' },
  { value: 'removed', label: 'Removed' },
];

export function AgentFilters({ filter, scope, sources, onFilter }: AgentFiltersProps) {
  return (
    <div className={classes.filters} role="search" aria-label="People">
      <SearchField label="Search by name, number, user name or e-mail" hint="Name, number or e-mail" value={filter.search ?? ''} onChange={(search) => onFilter({ search })} />
      {items.map(({ field, label, wanted }) => (
        <ItemSelect
          key={field}
          label={label}
          wanted={wanted}
          kind="tenants"
          fields={{}}
          scope={scope}
          clearable
          empty="any"
          value={filter[field]}
          onChange={(id) => onFilter({ [field]: id ?? undefined })}
        />
      ))}
      <NativeSelect label="Status" data={statuses} value={filter.status ?? ''} onChange={(event) => onFilter({ status: event.currentTarget.value })} />
      {sources.length > 0 && (
        <NativeSelect
          label="Source"
          data={[{ value: '', label: 'any' }, ...sources.map(({ id, name }) => ({ value: id, label: name }))]}
          value={filter.source ?? ''}
          onChange={(event) => onFilter({ source: event.currentTarget.value })}
        />
      )}
      <Switch
        mb={8}
        label="Differs from directory"
        checked={filter.differs === 'true'}
        onChange={(event) => onFilter({ differs: event.currentTarget.checked ? 'true' : undefined })}
      />
    </div>
  );
}
