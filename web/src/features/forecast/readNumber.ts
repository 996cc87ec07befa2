const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const grouped = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const thousandths = 1_000;

/** How a number is written, for those who wrote it otherwise. */
export const numberAdvice = 'Write a number, such as 12.5 or 1,250: a comma parts thousands.';

const bareOf = (text: string) => text.replaceAll(/\s/g, '').replace('−', '-');

/** "12.5" or "1,250". A comma that parts no thousands is refused: "1,5" is neither fifteen nor one and a half. */
export function readNumber(text: string): number | undefined {
  const bare = bareOf(text);
  return plain.test(bare) || grouped.test(bare) ? Number(bare.replaceAll(',', '')) : undefined;
}

/** A number of contacts, or a part more or less of what is there: "+10%". */
export function readVolume(text: string, present: number): number | undefined {
  const bare = bareOf(text);
  const part = /^[+-].*%$/.test(bare) ? readNumber(bare.slice(0, -1)) : undefined;
  const value = part === undefined ? readNumber(bare) : present * (1 + part / 100);
  return value !== undefined && value >= 0 ? Math.round(value * thousandths) / thousandths : undefined;
}
