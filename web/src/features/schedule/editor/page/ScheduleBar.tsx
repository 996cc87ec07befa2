import { ActionIcon, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp, IconChevronLeft, IconChevronRight, IconHistory, IconPlus, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { NeedsPermission } from '@/components/NeedsPermission';
import { addDays, fullDate } from '@/lib/dates';
import classes from './Editor.module.css';
import { zooms, type Editing } from './useEditing';

interface ScheduleBarProps {
  data: Editing;
  /** The first of the days that are shown, and how many they are. */
  from: string;
  days: number;
  mayEdit: boolean;
  mayChange: boolean;
  address: (changes: Record<string, string | undefined>, how?: 'replace' | 'push') => void;
  onUndo: () => void;
  find: string;
  /** Publishing, revisions: other features' buttons. */
  children?: ReactNode;
}

const published = 'published';

/** Which schedule, which days, how near; and what can be done with it. */
export function ScheduleBar({ data, from, days, mayEdit, mayChange, address, onUndo, find, children }: ScheduleBarProps) {
  const { span, zoom, drafts, draft, sites, site } = data;
  const isPhone = useMediaQuery('(max-width: 48em)');
  const go = (by: number) => address({ date: addDays(from, by) }, 'push');
  const zoomBy = (by: number) => address({ zoom: String(zooms[zooms.indexOf(zoom as 1) + by] ?? zoom) });
  return (
    <div className={classes.bar}>
      {sites.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label="Management unit"
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          value={site.id}
          onChange={({ currentTarget: { value } }) => address({ site: value, draft: undefined }, 'push')}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label="Schedule"
        className={classes.which}
        data={[{ value: published, label: 'Published' }, ...drafts.map(({ id, name, first_day, days: count }) => ({ value: id, label: `${name}, ${count} days from ${fullDate(first_day)}` }))]}
        value={draft?.id ?? published}
        onChange={({ currentTarget: { value } }) => address({ draft: value, date: undefined, version: undefined }, 'push')}
      />
      <NeedsPermission permission="schedule:edit" granted={mayEdit}>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} disabled={!mayEdit} onClick={() => address({ open: 'draft' }, 'push')}>New draft</Button>
      </NeedsPermission>
      <Group gap={4} wrap="nowrap">
        <ActionIcon variant="default" aria-label="Earlier" onClick={() => go(-days)}><IconChevronLeft size={16} /></ActionIcon>
        <TextInput size="xs" type="date" aria-label="Day" value={from} onChange={({ currentTarget: { value } }) => value && address({ date: value }, 'push')} />
        <ActionIcon variant="default" aria-label="Later" onClick={() => go(days)}><IconChevronRight size={16} /></ActionIcon>
      </Group>
      {!isPhone && (
        <>
          <NativeSelect
            size="xs"
            aria-label="What is shown"
            data={[{ value: 'day', label: 'Day' }, { value: 'week', label: 'Week' }, { value: 'month', label: 'Four weeks' }]}
            value={span}
            onChange={({ currentTarget: { value } }) => address({ view: value, zoom: undefined }, 'push')}
          />
          <Group gap={4} wrap="nowrap">
            <ActionIcon variant="default" aria-label="Zoom out" disabled={zoom === 1} onClick={() => zoomBy(-1)}><IconZoomOut size={16} /></ActionIcon>
            <Text size="xs" w={26} ta="center">{zoom} ×</Text>
            <ActionIcon variant="default" aria-label="Zoom in" disabled={zoom === zooms.at(-1)} onClick={() => zoomBy(1)}><IconZoomIn size={16} /></ActionIcon>
          </Group>
        </>
      )}
      <TextInput size="xs" type="search" aria-label="Find agents" placeholder="Find agents" w={140} value={find} onChange={({ currentTarget: { value } }) => address({ find: value })} />
      <div className={classes.grow} />
      <Button size="xs" variant="default" leftSection={<IconArrowBackUp size={14} aria-hidden />} disabled={!mayChange} onClick={onUndo}>Undo</Button>
      {draft && <Button size="xs" variant="default" leftSection={<IconHistory size={14} aria-hidden />} onClick={() => address({ open: 'history' }, 'push')}>Edits</Button>}
      {children}
    </div>
  );
}
