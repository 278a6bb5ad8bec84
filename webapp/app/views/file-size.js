import { words } from '../words/words.js';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** As the reader's language writes it: 1.2 MB. */
export function fileSize(bytes) {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** step;
  const format = { style: 'unit', unit: UNITS[step], unitDisplay: step === 0 ? 'long' : 'short' };
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(words.locale, { ...format, maximumFractionDigits }).format(value);
}
