/** The tabs of the System page, in order, each with the permission that opens it. */
export const tabs = [
  { id: 'cluster', name: 'Cluster', permission: 'system:view' },
  { id: 'node', name: 'Node', permission: 'system:view' },
  { id: 'roles', name: 'Roles', permission: 'system:view' },
  { id: 'builders', name: 'Builders', permission: 'system:view' },
  { id: 'options', name: 'Options', permission: 'system:view' },
  { id: 'users', name: 'Users', permission: 'users:view' },
  { id: 'access', name: 'Access', permission: 'access_roles:view' },
  { id: 'tokens', name: 'Tokens', permission: 'clients:view' },
  { id: 'audit', name: 'Audit', permission: 'audit:view' },
] as const;

export type Tab = (typeof tabs)[number]['id'];

export const isTab = (value: unknown): value is Tab => tabs.some((tab) => tab.id === value);

export const tabPath = <T extends Tab>(tab: T): `/system/${T}` => `/system/${tab}`;
