import { Alert, List, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { planCheckQuery, type Fields, type Kind } from '@/api/organization';
import type { PlanVerdict } from '@/api/types';
import classes from './Items.module.css';
import { workPlanFields } from './workPlanFields';

const typingMilliseconds = 400;

/** What is said of an item of a kind while it is written: of work plans, whether their rules can be kept. */
export const checkOf = (kind: Kind): ((fields: Fields) => ReactNode) | undefined =>
  kind === 'work-plans' ? (fields) => <PlanCheck fields={fields} /> : undefined;

function PlanCheck({ fields }: { fields: Fields }) {
  const names = ['business_unit_id', ...workPlanFields.map(({ name }) => name)];
  const asked = JSON.stringify({ name: 'Checked', ...Object.fromEntries(names.map((name) => [name, fields[name]])) });
  const [settled] = useDebouncedValue(asked, typingMilliseconds);
  const check = useQuery(planCheckQuery(JSON.parse(settled) as Fields));
  return check.data && !check.isError ? <PlanWords verdict={check.data} /> : null;
}

export function PlanWords({ verdict: { is_possible, errors, findings } }: { verdict: PlanVerdict }) {
  const words = [...new Set([...errors.map(({ message }) => message), ...findings])];
  return is_possible ? (
    <Text size="sm" c="dimmed" role="status"><IconCheck size={14} aria-hidden /> A roster can keep all these rules.</Text>
  ) : (
    <Alert color="yellow" role="status" icon={<IconAlertTriangle aria-hidden />} title="Nobody can work by these rules">
      <List size="sm" className={classes.findings}>{words.map((word) => <List.Item key={word}>{word}</List.Item>)}</List>
    </Alert>
  );
}
