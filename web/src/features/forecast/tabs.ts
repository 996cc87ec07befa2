/** The tabs of the area Forecast, in order, each with the permission that opens it. */
export const tabs = [
  { id: 'volume', name: 'Volume', permission: 'forecast:view', to: '/forecast/volume' },
  { id: 'staffing', name: 'Staffing', permission: 'forecast:view', to: '/forecast/staffing' },
  { id: 'accuracy', name: 'Accuracy', permission: 'forecast:view', to: '/forecast/accuracy' },
  { id: 'history', name: 'History', permission: 'forecast:view', to: '/forecast/history' },
] as const;

export const tabOf = (id: unknown): (typeof tabs)[number] => tabs.find((tab) => tab.id === id) ?? tabs[0];
