import { Switch } from '@mantine/core';

/** Shows what was removed among what is there, to be looked at and restored. */
export function RemovedSwitch({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  return <Switch label="Show what was removed" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />;
}
