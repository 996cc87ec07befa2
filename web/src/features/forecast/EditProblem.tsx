import { Alert, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { toProblem } from '@/api/problem';
import { MutationProblem } from '@/components/MutationProblem';

interface EditProblemProps {
  error: Error | null;
  shown?: readonly string[];
  /** How many edits it has cost. */
  lost?: number;
  /** What became of the edit of who came second. */
  children: ReactNode;
}

/** Why an edit of a forecast was not saved. Who comes second sees at once what is there now. */
export function EditProblem({ error, shown, lost = 1, children }: EditProblemProps) {
  return isSecond(error) ? (
    <Alert role="alert" color="yellow" mb="sm" icon={<IconUsers aria-hidden />} title="Somebody else changed this forecast meanwhile">
      {children}
    </Alert>
  ) : error && (
    <Stack gap="xs" mb="sm">
      <MutationProblem error={error} shown={shown} />
      {lost > 1 && <Text size="sm">{lostWords(lost)}</Text>}
    </Stack>
  );
}

export const lostWords = (lost: number): string => (lost > 1 ? `Your last ${lost} edits were not saved.` : 'Your last edit was not saved.');

export const isSecond = (error: Error | null): boolean => error !== null && toProblem(error).isConflict;
