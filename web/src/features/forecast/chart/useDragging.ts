import { useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import type { Point } from './points';

interface Dragging {
  svg: RefObject<SVGSVGElement | null>;
  points: readonly Point[];
  step: number;
  left: number;
  valueAt: (y: number) => number;
  y: (value: number) => number;
  /** Ends when the change is saved, or is not. */
  onEdit?: (point: Point, value: number) => Promise<unknown>;
  active: number;
  setActive: (index: number) => void;
}

/** By keys until Enter; by one pointer until that is let go; and where it was let go while that is saved. */
type By =
  | { kind: 'keys' | 'saving' }
  /** `from` is where it was pressed, `grab` how far below the point; it has moved once it went further than a hand trembles. */
  | { kind: 'pointer'; pointer: number; from: number; grab: number; hasMoved: boolean };

interface Held {
  index: number;
  value: number;
  by: By;
}

const pixels = { near: 16, trembling: 3 };
const stepPercent = { small: 1, large: 10 };

/** What is under way in a chart: a point held by a pointer or moved by keys, until it is let go. */
export function useDragging({ svg, points, step, left, valueAt, y, onEdit, active, setActive }: Dragging) {
  const [held, setHeld] = useState<Held>();
  const drop = () => setHeld((now) => (now?.by.kind === 'saving' ? now : undefined));
  const placeOf = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    const index = Math.floor((event.clientX - (box?.left ?? 0) - left) / step);
    return { index: Math.max(0, Math.min(points.length - 1, index)), y: event.clientY - (box?.top ?? 0) };
  };
  const keep = async ({ index, value }: Held) => {
    const point = points[index];
    if (!point || !onEdit || value === Math.round(point.volume ?? 0)) {
      setHeld(undefined);
      return;
    }
    const saving: Held = { index, value, by: { kind: 'saving' } };
    setHeld(saving);
    await onEdit(point, value);
    setHeld((now) => (now === saving ? undefined : now));
  };
  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event);
    const point = points[place.index];
    // A finger that scrolls must not move anything: it takes hold of the chosen point only.
    const mayHold = event.pointerType !== 'touch' || place.index === active;
    const grab = place.y - y(point?.volume ?? 0);
    setActive(place.index);
    drop();
    if (onEdit && mayHold && point?.editable && Math.abs(grab) <= pixels.near) {
      event.preventDefault();
      svg.current?.setPointerCapture(event.pointerId);
      const by = { kind: 'pointer' as const, pointer: event.pointerId, from: place.y, grab, hasMoved: false };
      setHeld({ index: place.index, value: Math.round(point.volume ?? 0), by });
    }
  };
  const onPointerMove = (event: PointerEvent) => {
    const place = placeOf(event);
    if (held?.by.kind === 'pointer') {
      const { pointer, from, grab, hasMoved } = held.by;
      if (pointer === event.pointerId && (hasMoved || Math.abs(place.y - from) >= pixels.trembling)) {
        setHeld({ ...held, value: Math.max(0, Math.round(valueAt(place.y - grab))), by: { ...held.by, hasMoved: true } });
      }
    } else if (event.pointerType === 'mouse' && held?.by.kind !== 'keys') {
      setActive(place.index);
    }
  };
  const onPointerUp = (event: PointerEvent) => {
    if (held?.by.kind === 'pointer' && held.by.pointer === event.pointerId) {
      if (held.by.hasMoved) {
        void keep(held);
      } else {
        drop();
      }
    }
  };
  const move = (percent: number) => {
    const point = points[active];
    if (onEdit && point?.editable) {
      const from = held?.index === active ? held.value : Math.round(point.volume ?? 0);
      const by = Math.max(1, Math.round(((point.volume ?? 0) * Math.abs(percent)) / 100)) * Math.sign(percent);
      setHeld({ index: active, value: Math.max(0, from + by), by: { kind: 'keys' } });
    }
  };
  const go = (index: number) => {
    drop();
    setActive(Math.max(0, Math.min(points.length - 1, index)));
  };
  const onKey = (event: KeyboardEvent) => {
    const size = event.shiftKey ? stepPercent.large : stepPercent.small;
    const act: Record<string, (() => void) | undefined> = {
      ArrowLeft: () => go(active - 1),
      ArrowRight: () => go(active + 1),
      Home: () => go(0),
      End: () => go(points.length - 1),
      ArrowUp: () => move(size),
      ArrowDown: () => move(-size),
      PageUp: () => move(stepPercent.large),
      PageDown: () => move(-stepPercent.large),
      Enter: held?.by.kind === 'keys' ? () => void keep(held) : undefined,
      Escape: held?.by.kind === 'keys' ? drop : undefined,
    };
    if (act[event.key]) {
      event.preventDefault();
      act[event.key]?.();
    }
  };
  return {
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: drop },
    onKey,
    /** What was moved by keys and not kept is not kept by going elsewhere. */
    onBlur: drop,
    /** Where a point is held; null where it is not. */
    at: (index: number): number | null => (held?.index === index ? held.value : null),
  };
}
