import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScheduleGrid } from '@/api/types';
import { Codes, sheetOf } from '../model/rows';
import type { GridActions, GridScene } from './GridScene';
import { GridView } from './GridView';
import { looksOf } from './look';
import { headHeight, rowHeight } from './place';
import { Viewport } from './Viewport';

const codes = new Codes([
  { id: 'c1', name: 'Phone', business_unit_id: 'u', category: 'on_queue', paid: true, counts_as_work: true, colour: '#2a87a5', version: 1, removed_at: null },
]);
const person = (id: string, day: number, start: number) => ({ id, name: id, team_id: null, work_plan_id: null, days: [[day, 1, 0, 0, start, 450, 0]] });
const sceneOf = (...agents: ScheduleGrid['agents']): GridScene => ({
  sheet: sheetOf({
    version: 1, draft_version: 1, time_zone: 'Europe/Berlin', from: '2026-06-08', days: 2, origin: '2026-06-07T22:00:00Z', activity_code_ids: ['c1'], agents,
  }, codes),
  looks: looksOf(codes), focus: undefined, marks: new Map(), cut: undefined, zoom: 1, interval: 15, mayEdit: true,
});
const ada = person('ada', 0, 540);
const [width, height, names] = [190 + 2_880, 400, 190];
let host: HTMLDivElement;
let view: GridView;
let actions: GridActions;

/** At a minute of the two days, in the middle of a row. */
const at = (type: string, row: number, minute: number, more: MouseEventInit = {}) => host.dispatchEvent(new MouseEvent(type, {
  clientX: names + minute, clientY: headHeight + (row + 0.5) * rowHeight, button: 0, buttons: type === 'pointerup' ? 0 : 1, bubbles: true, ...more,
}));

beforeEach(() => {
  host = document.createElement('div');
  Object.defineProperties(host, { clientWidth: { value: width }, clientHeight: { value: height }, scrollWidth: { value: width } });
  host.setPointerCapture = vi.fn();
  actions = {
    onFocus: vi.fn(), onOpen: vi.fn(), onShape: vi.fn(), onMove: vi.fn(), onCopyTo: vi.fn(), onHold: vi.fn(), onRemove: vi.fn(), onCopy: vi.fn(), onCut: vi.fn(), onPaste: vi.fn(),
    onUndo: vi.fn(), onLeave: vi.fn(), onZoom: vi.fn(), onHelp: vi.fn(),
  };
  const canvas = document.createElement('canvas');
  vi.spyOn(canvas, 'getContext').mockReturnValue(null);
  view = new GridView(host, canvas, new Viewport(), actions);
});
afterEach(() => view.destroy());

describe('GridView', () => {
  it('moves what is dragged and let go', () => {
    view.set(sceneOf(ada), actions);
    at('pointerdown', 0, 700);
    at('pointermove', 0, 760);
    at('pointerup', 0, 760);
    expect(actions.onShape).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'ada' }), expect.objectContaining({ start: 540 }), 600, 450);
  });

  it.each([['the focus goes', 'blur'], ['the button was let go where nobody heard of it', 'pointermove']])('leaves what is half dragged where it was when %s', (_, event) => {
    view.set(sceneOf(ada), actions);
    at('pointerdown', 0, 700);
    at('pointermove', 0, 760);
    at(event, 0, 760, { buttons: 0 });
    at('pointerup', 0, 760);
    expect(actions.onShape).not.toHaveBeenCalled();
    expect(actions.onHold).toHaveBeenLastCalledWith(undefined);
  });

  it('does not take Shift for the end of a drag', () => {
    view.set(sceneOf(ada), actions);
    at('pointerdown', 0, 700);
    at('pointermove', 0, 760);
    host.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }));
    expect(actions.onShape).not.toHaveBeenCalled();
    at('pointerup', 0, 760);
    expect(actions.onShape).toHaveBeenCalledOnce();
  });

  it('drags the agent that was taken, also when others are put above meanwhile', () => {
    view.set(sceneOf(ada), actions);
    at('pointerdown', 0, 700);
    at('pointermove', 0, 720);
    view.set(sceneOf(person('aaron', 0, 540), ada), actions);
    at('pointermove', 1, 760);
    at('pointerup', 1, 760);
    expect(actions.onShape).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'ada' }), expect.anything(), 600, 450);
  });

  it('drags nothing any more when the agent is gone', () => {
    view.set(sceneOf(ada), actions);
    at('pointerdown', 0, 700);
    at('pointermove', 0, 720);
    view.set(sceneOf(person('aaron', 0, 540)), actions);
    at('pointermove', 0, 760);
    at('pointerup', 0, 760);
    expect(actions.onShape).not.toHaveBeenCalled();
    expect(actions.onMove).not.toHaveBeenCalled();
  });

  it('stretches the start over midnight, and does not move the shift', () => {
    view.set(sceneOf(person('ada', 1, 1_470)), actions);
    at('pointerdown', 0, 1_471);
    at('pointermove', 0, 1_411);
    at('pointerup', 0, 1_411);
    expect(actions.onMove).not.toHaveBeenCalled();
    expect(actions.onShape).toHaveBeenCalledExactlyOnceWith(expect.anything(), expect.anything(), 1_410, 510);
  });
});
