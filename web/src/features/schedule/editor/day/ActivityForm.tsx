import { ActionIcon, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useId, useState, type SyntheticEvent } from 'react';
import classes from '../page/Editor.module.css';
import type { UnitClock } from '../model/clock';
import type { Activity, Codes } from '../model/rows';

interface ActivityFormProps {
  clock: UnitClock;
  codes: Codes;
  activity: Activity;
  day: number;
  shift: Activity | undefined;
  /** It is there: its code stays. */
  isFixed?: boolean;
  onSave: (activity: Activity) => void;
  onRemove?: () => void;
}

const endOf = ({ start, minutes }: Activity) => start + minutes;

/** A time of the clock as somebody means it: after midnight where a shift runs into the next day. */
function minuteMeant(clock: UnitClock, day: number, text: string, shift: Activity | undefined): number | undefined {
  const [hours, minutes] = text.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) {
    return undefined;
  }
  const here = clock.minuteOf(day, hours * 60 + minutes);
  const next = clock.minuteOf(day + 1, hours * 60 + minutes);
  return shift && here < shift.start && next <= endOf(shift) ? next : here;
}

/** Where an activity lies: off over all, work as a shift of its own, the rest within one. */
function layerFor(codes: Codes, code: number, start: number, shift: Activity | undefined): number {
  const category = codes.at(code)?.category;
  const isWithin = shift !== undefined && start >= shift.start && start < endOf(shift);
  if (category === 'time_off') {
    return 2;
  }
  return category === 'break' || category === 'meal' || isWithin ? 1 : category === 'unavailable' ? 2 : 0;
}

/** What, from when and for how long. */
export function ActivityForm({ clock, codes, activity, day, shift, isFixed = false, onSave, onRemove }: ActivityFormProps) {
  const inUse = codes.all.filter(({ removed_at }) => removed_at === null);
  const [code, setCode] = useState(codes.at(activity.code)?.id ?? inUse[0]?.id ?? '');
  const [start, setStart] = useState(clock.wordOf(activity.start));
  const [minutes, setMinutes] = useState(String(activity.minutes));
  const [wrong, setWrong] = useState<string>();
  const id = useId();
  const name = isFixed ? codes.nameOf(activity.code) : 'new activity';
  /** An untouched start stays what it is: clocks may show it twice, and a shift may begin after midnight. */
  const startMeant = () => {
    if (start === clock.wordOf(activity.start)) {
      return activity.start;
    }
    return activity.layer === 0 && isFixed ? minuteMeant(clock, clock.dayAt(activity.start), start, undefined) : minuteMeant(clock, day, start, shift);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const from = startMeant();
    const length = Number(minutes);
    if (from === undefined || !Number.isInteger(length) || length < 1) {
      setWrong('Write a start like 09:15 and a whole number of minutes.');
      return;
    }
    setWrong(undefined);
    const place = codes.placeOf(code);
    onSave({ day, start: from, minutes: length, code: place, layer: isFixed ? activity.layer : layerFor(codes, place, from, shift) });
  };
  return (
    <form className={classes.activity} onSubmit={submit} noValidate aria-label={isFixed ? `${name} from ${clock.wordOf(activity.start)}` : 'New activity'}>
      {isFixed
        ? <Text size="sm" fw={600} pb={6}>{name}</Text>
        : <NativeSelect label="Activity" size="xs" data={inUse.map((one) => ({ value: one.id, label: one.name }))} value={code} onChange={({ currentTarget: { value } }) => setCode(value)} />}
      <TextInput type="time" size="xs" label="Start" value={start} onChange={({ currentTarget: { value } }) => setStart(value)} />
      <TextInput size="xs" label="Minutes" inputMode="numeric" value={minutes} error={Boolean(wrong)} aria-describedby={wrong ? id : undefined} onChange={({ currentTarget: { value } }) => setMinutes(value)} />
      <Group gap={4} wrap="nowrap">
        <Button size="xs" type="submit" variant={isFixed ? 'default' : 'filled'}>{isFixed ? 'Save' : 'Add'}</Button>
        {onRemove && <ActionIcon variant="subtle" color="red" aria-label={`Remove ${name} at ${clock.wordOf(activity.start)}`} onClick={onRemove}><IconTrash size={16} /></ActionIcon>}
      </Group>
      {wrong && <Text id={id} size="xs" c="var(--mantine-color-error)" role="alert">{wrong}</Text>}
    </form>
  );
}
