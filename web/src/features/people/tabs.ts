/** The tabs of the area People, in order, each with the permission that opens it. */
export const tabs = [
  { id: 'agents', name: 'People', permission: 'people:view', to: '/people/agents' },
  { id: 'organization', name: 'Organization', permission: 'organization:view', to: '/people/organization' },
  { id: 'skills', name: 'Skills', permission: 'organization:view', to: '/people/skills' },
  { id: 'work-plans', name: 'Work plans', permission: 'organization:view', to: '/people/work-plans' },
  { id: 'synchronization', name: 'Synchronization', permission: 'synchronization:view', to: '/people/synchronization' },
] as const;

export type Tab = (typeof tabs)[number]['id'];

export const tabOf = (id: unknown): (typeof tabs)[number] => tabs.find((tab) => tab.id === id) ?? tabs[0];
