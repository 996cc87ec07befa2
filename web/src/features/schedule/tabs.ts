/** The tabs of the area Schedule, in order, each with the permission that opens it. */
export const tabs = [
  { id: 'edit', name: 'Schedule', permission: 'schedule:view', to: '/schedule/edit' },
  { id: 'builds', name: 'Builds', permission: 'schedule:view', to: '/schedule/builds' },
] as const;
