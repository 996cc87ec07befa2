import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconUsers } from '@tabler/icons-react';
import { toProblem, type ApiProblem } from '@/api/problem';

interface MutationProblemProps {
  error: Error | null;
  /** Fields of the form beside which their message is already shown. */
  shown?: readonly string[];
  reload?: () => void;
}

/** Why a change was refused. A conflict offers the present state; messages for fields that no form shows are listed. */
export function MutationProblem({ error, shown = [], reload }: MutationProblemProps) {
  if (!error) {
    return null;
  }
  const problem = toProblem(error);
  if (problem.isConflict) {
    return (
      <Alert role="alert" color="yellow" icon={<IconUsers aria-hidden />} title="Someone changed this meanwhile">
        <Group justify="space-between" gap="sm">
          <Text size="sm">Nothing was saved. Reload to see the present state, then make your change again.</Text>
          {reload && <Button size="xs" variant="default" onClick={reload}>Reload</Button>}
        </Group>
      </Alert>
    );
  }
  const others = problem.errors.filter((item) => !shown.includes(item.field));
  const sentence = sentenceOf(problem, others.length);
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title={others.length < problem.errors.length ? 'Some fields are not right' : problem.title}>
      {sentence && <Text size="sm">{sentence}</Text>}
      {others.length > 0 && (
        <List size="sm">
          {others.map((item) => <List.Item key={item.field + item.message}>{item.field}: {item.message}</List.Item>)}
        </List>
      )}
    </Alert>
  );
}

/** The detail repeats the fields by their names in the API, so it is left out where they are told one by one. */
function sentenceOf(problem: ApiProblem, others: number): string | undefined {
  if (problem.errors.length > others) {
    return 'The marked fields say why.';
  }
  return problem.errors.length > 0 || problem.message === problem.title ? undefined : problem.message;
}
