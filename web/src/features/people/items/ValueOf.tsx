import { Group, Text } from '@mantine/core';
import type { Item } from '@/api/organization';
import type { BreakRule, NumberRange, PlannedQueue, RequiredSkill } from '@/api/types';
import { Tag } from '@/components/Tag';
import { formatNumber } from '@/lib/format';
import { dayLabel, days, type FieldSpec } from './fields';
import classes from './Items.module.css';
import { nameOf, type Scope } from './places';

interface ValueOfProps {
  spec: FieldSpec;
  item: Item;
  scope: Scope;
}

const range = ({ min, max }: NumberRange): string => (min === max ? formatNumber(min) : `${formatNumber(min)} to ${formatNumber(max)}`);

/** Monday to Friday as "Mon–Fri", anything else day by day. */
export function daysText(chosen: readonly string[]): string {
  const at = days.flatMap((day, index) => (chosen.includes(day) ? [index] : []));
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  const inARow = at.length > 2 && last - first === at.length - 1;
  return inARow ? `${dayLabel(days[first] ?? '')}–${dayLabel(days[last] ?? '')}` : at.map((index) => dayLabel(days[index] ?? '')).join(', ');
}

const texts: Partial<Record<FieldSpec['type'], (value: never, scope: Scope) => string>> = {
  flag: (value: boolean) => (value ? 'yes' : 'no'),
  range,
  days: daysText,
  item: (value: string, scope) => nameOf(scope, value),
  breaks: (rules: BreakRule[], scope) =>
    rules.map((rule) => `${nameOf(scope, rule.activity_code_id)} ${rule.count > 1 ? `${rule.count} × ` : ''}${rule.minutes} min`).join(', '),
  queues: (queues: PlannedQueue[]) => queues.map((queue) => queue.name).join(', '),
  skills: (skills: RequiredSkill[], scope) =>
    skills.map((skill) => `${nameOf(scope, skill.skill_id)}${skill.minimum_level ? ` ≥ ${skill.minimum_level}` : ''}`).join(', '),
};

/** The value of a field in a list. */
export function ValueOf({ spec, item, scope }: ValueOfProps) {
  const value = (item as unknown as Record<string, never>)[spec.name] as string | number | null | undefined;
  if (value === null || value === undefined) {
    return null;
  }
  if (spec.type === 'assignment') {
    return <Assignment item={item} scope={scope} />;
  }
  if (spec.type === 'colour') {
    return (
      <Group gap={6} wrap="nowrap">
        <span className={classes.swatch} style={{ background: String(value) }} aria-hidden />
        <Text span inherit>{String(value)}</Text>
      </Group>
    );
  }
  if (spec.choices) {
    return spec.choices.find((choice) => choice.value === String(value))?.label ?? String(value);
  }
  return texts[spec.type]?.(value as never, scope) ?? String(value);
}

function Assignment({ item, scope }: { item: Item; scope: Scope }) {
  if (!('assignment' in item)) {
    return null;
  }
  switch (item.assignment) {
    case 'here':
      return <Tag kind="good">{nameOf(scope, item.management_unit_id)}</Tag>;
    case 'elsewhere':
      return <Tag kind="plain">elsewhere</Tag>;
    default:
      return <Tag kind="wait">unassigned</Tag>;
  }
}

/** Numbers align right in their column. */
export const isNumber = (spec: FieldSpec): boolean => spec.type === 'number' || spec.type === 'numberChoice' || spec.type === 'range';

