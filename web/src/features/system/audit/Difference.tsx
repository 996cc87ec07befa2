import { Text } from '@mantine/core';
import type { AuditEntry } from '@/api/types';
import { difference, type FieldChange } from '@/lib/difference';
import classes from './Difference.module.css';

const signs: Record<FieldChange['kind'], string> = { added: '+', removed: '−', changed: '~', same: '' };

/** Before and after, field by field; what is the same stands last and dim. */
export function Difference({ entry }: { entry: AuditEntry }) {
  const changes = difference(entry.before, entry.after);
  return (
    <>
      {changes.length === 0 ? (
        <Text size="sm" c="dimmed">This action changed no fields.</Text>
      ) : (
        <dl className={classes.difference}>
          {changes.map((change) => (
            <div key={change.path} data-kind={change.kind}>
              <dt>
                <span className={classes.sign} role="img" aria-label={change.kind}>{signs[change.kind]}</span> {change.path}
              </dt>
              <dd><Values change={change} /></dd>
            </div>
          ))}
        </dl>
      )}
      {entry.request_id && <Text size="xs" c="dimmed" mt="xs">Request {entry.request_id}</Text>}
    </>
  );
}

function Values({ change }: { change: FieldChange }) {
  if (change.kind === 'same') {
    return change.after;
  }
  return (
    <>
      {change.before !== undefined && <del>{change.before}</del>}
      {change.kind === 'changed' && <span aria-hidden> → </span>}
      {change.after !== undefined && <ins>{change.after}</ins>}
    </>
  );
}
