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
  // With the version that it was opened at.
  const [open, setOpen] = useState<{ layer?: DemandLayer; version: number }>();
  const put = (name: string, change: (layer: DemandLayer) => DemandLayer[]) =>
    void edits.edit((layers) => layers.flatMap((layer) => (layer.name === name ? change(layer) : layer)));
  // A form is about what is there when it opens, so it waits for the edits that are on their way.
  const fixed = !mayEdit || edits.busy;
  return (
    <Panel
      title="Layers"
      note="What people change lies on top of the machine’s forecast."
      action={
        <NeedsPermission permission="forecast:edit" granted={mayEdit}>
          <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden />} disabled={fixed} onClick={() => setOpen({ version: part.version })}>Add layer</Button>
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
                disabled={!mayEdit}
                aria-label={`${layer.name} is on`}
                onChange={({ currentTarget: { checked } }) => put(layer.name, (now) => [{ ...now, is_on: checked }])}
              />
              <Stack gap={0} className={classes.grow}>
                <Text size="sm" fw={600}>{layer.name}</Text>
                <Text size="sm" title={kindLabel[layer.kind]}>{valueOf(layer)}</Text>
                <Text size="xs" c="dimmed">{scopeOf(layer)}{layer.is_on === false ? ' · off' : ''}</Text>
              </Stack>
              {mayEdit && (
                <Group gap={2} wrap="nowrap">
                  <Button variant="subtle" color="gray" size="compact-sm" aria-label={`Change ${layer.name}`} disabled={fixed} onClick={() => setOpen({ layer, version: part.version })}>
                    <IconPencil size={15} aria-hidden />
                  </Button>
                  <Button variant="subtle" color="gray" size="compact-sm" aria-label={`Remove ${layer.name}`} onClick={() => put(layer.name, () => [])}>
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
          <LayerForm part={part} opened={open.version} layer={open.layer} edits={edits} close={() => setOpen(undefined)} />
        </Suspense>
      )}
    </Panel>
  );
}
