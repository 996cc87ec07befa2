import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { NodeView } from '@/api/types';
import classes from './HealthChecks.module.css';

/** Each check with its sentence, the failed ones first. */
export function HealthChecks({ checks }: { checks: NodeView['health']['checks'] }) {
  const sorted = [...checks].sort((one, other) => Number(one.ok) - Number(other.ok));
  return (
    <ul className={classes.checks}>
      {sorted.map((check) => (
        <li key={check.name} data-ok={check.ok}>
          {check.ok
            ? <IconCircleCheck size={18} role="img" aria-label="passes" />
            : <IconAlertTriangle size={18} role="img" aria-label="fails" />}
          <div>
            <strong>{check.name}</strong>
            <Text size="sm" c="dimmed">{check.sentence}</Text>
          </div>
        </li>
      ))}
    </ul>
  );
}
