import { Alert } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { toProblem } from '@/api/problem';
import { MutationProblem } from '@/components/MutationProblem';

interface EditProblemProps {
  error: Error | null;
  shown?: readonly string[];
  /** What became of the edit of who came second. */
  children: ReactNode;
}

/** Why an edit of a forecast was not saved. Who comes second sees at once what is there now. */
export function EditProblem({ error, shown, children }: EditProblemProps) {
  return isSecond(error) ? (
    <Alert role="alert" color="yellow" mb="sm" icon={<IconUsers aria-hidden />} title="Somebody else changed this forecast meanwhile">
      {children}
    </Alert>
  ) : (
    <MutationProblem error={error} shown={shown} />
  );
}

export const isSecond = (error: Error | null): boolean => error !== null && toProblem(error).isConflict;
