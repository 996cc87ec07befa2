import { useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import type { Point } from './points';

interface Dragging {
  svg: RefObject<SVGSVGElement | null>;
  points: readonly Point[];
  step: number;
  left: number;
  valueAt: (y: number) => number;
  y: (value: number) => number;
  onEdit?: (point: Point, value: number) => void;
  busy: boolean;
  active: number;
  setActive: (index: number) => void;
}

interface Held {
  index: number;
  value: number;
  isOpen: boolean;
}

const near = { pixels: 16 };
const stepPercent = { small: 1, large: 10 };

/** What is under way in a chart: a point held by a pointer or moved by keys, until it is let go. */
export function useDragging({ svg, points, step, left, valueAt, y, onEdit, busy, active, setActive }: Dragging) {
  const [held, setHeld] = useState<Held>();
  const shown = held && (held.isOpen || busy) ? held : undefined;
  const placeOf = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    const index = Math.floor((event.clientX - (box?.left ?? 0) - left) / step);
    return { index: Math.max(0, Math.min(points.length - 1, index)), y: event.clientY - (box?.top ?? 0) };
  };
  const valueNow = (at: number) => Math.max(0, Math.round(valueAt(at)));
  const keep = () => {
    const point = held && points[held.index];
    if (held?.isOpen && point) {
      const changed = held.value !== Math.round(point.volume ?? 0);
      setHeld(changed ? { ...held, isOpen: false } : undefined);
      if (changed) {
        onEdit?.(point, held.value);
      }
    }
  };
  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event);
    const point = points[place.index];
    // A finger that scrolls must not move anything: it takes hold of the chosen point only.
    const mayHold = event.pointerType !== 'touch' || place.index === active;
    setActive(place.index);
    if (onEdit && !busy && mayHold && point?.editable && Math.abs(y(point.volume ?? 0) - place.y) <= near.pixels) {
      event.preventDefault();
      svg.current?.setPointerCapture(event.pointerId);
      setHeld({ index: place.index, value: Math.round(point.volume ?? 0), isOpen: true });
    }
  };
  const onPointerMove = (event: PointerEvent) => {
    const place = placeOf(event);
    if (held?.isOpen) {
      setHeld({ ...held, value: valueNow(place.y) });
    } else if (event.pointerType === 'mouse') {
      setActive(place.index);
    }
  };
  const move = (percent: number) => {
    const point = points[active];
    if (onEdit && !busy && point?.editable) {
      const from = held?.isOpen && held.index === active ? held.value : Math.round(point.volume ?? 0);
      const by = Math.max(1, Math.round(((point.volume ?? 0) * Math.abs(percent)) / 100)) * Math.sign(percent);
      setHeld({ index: active, value: Math.max(0, from + by), isOpen: true });
    }
  };
  const go = (index: number) => {
    setHeld(undefined);
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
      Enter: keep,
      Escape: held?.isOpen ? () => setHeld(undefined) : undefined,
    };
    if (act[event.key]) {
      event.preventDefault();
      act[event.key]?.();
    }
  };
  return {
    handlers: { onPointerDown, onPointerMove, onPointerUp: keep, onPointerCancel: () => setHeld(undefined) },
    onKey,
    /** Where a point is held; null where it is not. */
    at: (index: number): number | null => (shown?.index === index ? shown.value : null),
  };
}
