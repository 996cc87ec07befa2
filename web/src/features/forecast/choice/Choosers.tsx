import { Button, NativeSelect } from '@mantine/core';
import { IconList, IconPlus } from '@tabler/icons-react';
import { NeedsPermission } from '@/components/NeedsPermission';
import classes from '../Forecast.module.css';
import { stateWord } from './StateTag';
import { isIn, type Chosen, type Wanted } from './useChosen';

interface ChoosersProps {
  chosen: Chosen;
  mayEdit: boolean;
  onChoose: (wanted: Wanted) => void;
  onOpen: (what: 'list' | 'new') => void;
}

const optionsOf = (items: readonly { id: string; name: string }[]) => items.map(({ id, name }) => ({ value: id, label: name }));

/** Whose forecast, which one, and of which contacts. */
export function Choosers({ chosen, mayEdit, onChoose, onOpen }: ChoosersProps) {
  const { units, groups, forecasts, unit, group, forecast } = chosen;
  return (
    <div className={classes.choosers}>
      <NativeSelect label="Business unit" data={optionsOf(units)} value={unit?.id ?? ''} onChange={({ currentTarget: { value } }) => onChoose({ unit: value })} />
      {groups.length > 0 && (
        <NativeSelect
          label="Planning group"
          data={groups.map((one) => ({ value: one.id, label: !forecast || isIn(one, forecast) ? one.name : `${one.name} (not in this forecast)` }))}
          value={group?.id ?? ''}
          onChange={({ currentTarget: { value } }) => onChoose({ group: value })}
        />
      )}
      {forecasts.length > 0 && (
        <NativeSelect
          label="Forecast"
          data={forecasts.map((one) => ({ value: one.id, label: one.state === 'done' ? one.name : `${one.name} (${stateWord[one.state]})` }))}
          value={forecast?.id ?? ''}
          onChange={({ currentTarget: { value } }) => onChoose({ forecast: value })}
        />
      )}
      {forecasts.length > 0 && (
        <Button variant="default" leftSection={<IconList size={16} aria-hidden />} onClick={() => onOpen('list')}>All forecasts</Button>
      )}
      {groups.length > 0 && (
        <NeedsPermission permission="forecast:edit" granted={mayEdit}>
          <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={!mayEdit} onClick={() => onOpen('new')}>New forecast</Button>
        </NeedsPermission>
      )}
    </div>
  );
}
