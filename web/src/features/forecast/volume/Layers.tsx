import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { DemandLayer, ForecastPart } from '@/api/types';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Panel } from '@/components/Panel';
import classes from '../Forecast.module.css';
import { kindLabel, scopeOf, valueOf } from './layers';
import type { LayerEdits } from './useLayerEdits';

const LayerForm = lazy(() => import('./LayerForm').then((module) => ({ default: module.LayerForm })));

interface LayersProps {
  part: ForecastPart;
  mayEdit: boolean;
  edits: LayerEdits;
}

/** People's changes, the topmost first; each can be switched off, and nothing below is lost. */
export function Layers({ part, mayEdit, edits }: LayersProps) {
  const [open, setOpen] = useState<DemandLayer | 'new'>();
  const put = (name: string, changed: DemandLayer | undefined) =>
    edits.edit(part.layers.flatMap((layer) => (layer.name === name ? (changed ?? []) : layer)));
  const fixed = !mayEdit || edits.busy;
  return (
    <Panel
      title="Layers"
      note="What people change lies on top of the machine’s forecast."
      action={
        <NeedsPermission permission="forecast:edit" granted={mayEdit}>
          <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden />} disabled={fixed} onClick={() => setOpen('new')}>Add layer</Button>
        </NeedsPermission>
      }
    >
      {part.layers.length === 0 && (
        <Text size="sm" c="dimmed">None yet. Drag a point, type over a number, or add a layer: a campaign, a price change, a strike.</Text>
      )}
      <ul className={classes.list} aria-label="Layers">
        {part.layers.map((layer) => (
          <li key={layer.name}>
            <Group wrap="nowrap" gap="xs" align="flex-start">
              <Switch
                mt={2}
                size="xs"
                checked={layer.is_on ?? true}
                disabled={fixed}
                aria-label={`${layer.name} is on`}
                onChange={(event) => put(layer.name, { ...layer, is_on: event.currentTarget.checked })}
              />
              <Stack gap={0} className={classes.grow}>
                <Text size="sm" fw={600}>{layer.name}</Text>
                <Text size="sm" title={kindLabel[layer.kind]}>{valueOf(layer)}</Text>
                <Text size="xs" c="dimmed">{scopeOf(layer)}{layer.is_on === false ? ' · off' : ''}</Text>
              </Stack>
              {mayEdit && (
                <Group gap={2} wrap="nowrap">
                  <Button variant="subtle" color="gray" size="compact-sm" aria-label={`Change ${layer.name}`} disabled={fixed} onClick={() => setOpen(layer)}>
                    <IconPencil size={15} aria-hidden />
                  </Button>
                  <Button variant="subtle" color="gray" size="compact-sm" aria-label={`Remove ${layer.name}`} disabled={fixed} onClick={() => put(layer.name, undefined)}>
                    <IconTrash size={15} aria-hidden />
                  </Button>
                </Group>
              )}
            </Group>
          </li>
        )).reverse()}
      </ul>
      {open && (
        <Suspense>
          <LayerForm part={part} layer={open === 'new' ? undefined : open} edits={edits} close={() => setOpen(undefined)} />
        </Suspense>
      )}
    </Panel>
  );
}
