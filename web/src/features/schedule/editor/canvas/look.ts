import type { Code, Codes } from '../model/rows';

/** How an activity is drawn: colour never speaks alone, so each has letters, and what is no work on a queue has a pattern. */
export interface CodeLook {
  fill: string;
  ink: string;
  name: string;
  letter: string;
  pattern: 'none' | 'stripes' | 'dots' | 'bars';
}

/** Colours of the theme, read from the canvas's own style when it changes. */
export interface Theme {
  ink: string;
  dim: string;
  line: string;
  strong: string;
  page: string;
  sunken: string;
  accent: string;
  bad: string;
  wait: string;
  font: string;
}

export function readTheme(canvas: HTMLCanvasElement): Theme {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(`--grid-${name}`).trim();
  return {
    ink: colour('ink'), dim: colour('dim'), line: colour('line'), strong: colour('strong'), page: colour('page'),
    sunken: colour('sunken'), accent: colour('accent'), bad: colour('bad'), wait: colour('wait'), font: style.fontFamily,
  };
}

const patterns: Partial<Record<Code['category'], CodeLook['pattern']>> = {
  time_off: 'stripes', unavailable: 'stripes', meeting: 'dots', training: 'dots', break: 'bars', meal: 'bars',
};

const unknown: CodeLook = { fill: '#8a8f98', ink: '#ffffff', name: 'unknown activity', letter: '?', pattern: 'stripes' };

function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = (/^#(..)(..)(..)/.exec(colour) ?? []).slice(1).map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#10151a' : '#ffffff';
}

/** By place; the last is for a code that is not known. */
export function looksOf({ all }: Codes): CodeLook[] {
  const looks = all.map(({ name, colour, category }): CodeLook => ({
    fill: colour || '#8a8f98', ink: inkOn(colour), name, letter: name.charAt(0).toUpperCase(), pattern: patterns[category] ?? 'none',
  }));
  return [...looks, unknown];
}

const size = 6;

/** A hatch in an ink, transparent in between. */
export function hatch(pen: CanvasRenderingContext2D, kind: Exclude<CodeLook['pattern'], 'none'>, ink: string): CanvasPattern | null {
  const tile = document.createElement('canvas');
  [tile.width, tile.height] = [size, size];
  const brush = tile.getContext('2d');
  if (!brush) {
    return null;
  }
  brush.strokeStyle = brush.fillStyle = ink;
  brush.globalAlpha = 0.38;
  if (kind === 'dots') {
    brush.fillRect(1, 1, 2, 2);
  } else if (kind === 'bars') {
    brush.fillRect(0, 0, 1, size);
  } else {
    brush.lineWidth = 1.4;
    brush.beginPath();
    for (const from of [-size, 0, size]) {
      brush.moveTo(from, size);
      brush.lineTo(from + size, 0);
    }
    brush.stroke();
  }
  return pen.createPattern(tile, 'repeat');
}
