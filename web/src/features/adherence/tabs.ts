/** The tabs of the area Adherence, in order, each with the permission that opens it. */
export const tabs = [
  { id: 'now', name: 'Now', permission: 'adherence:view', to: '/adherence/now' },
  { id: 'history', name: 'History', permission: 'adherence:view', to: '/adherence/history' },
  { id: 'rules', name: 'Rules', permission: 'adherence:view', to: '/adherence/rules' },
  { id: 'sources', name: 'Sources', permission: 'events:view', to: '/adherence/sources' },
] as const;

export type Tab = (typeof tabs)[number]['id'];

export const tabOf = (id: unknown): (typeof tabs)[number] => tabs.find((tab) => tab.id === id) ?? tabs[0];
