import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Puts text in a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** A painter for a stream that gets colour, or for one that does not. */
export function painter(colour: boolean): Paint {
  return colour ? (style, text) => (text === '' ? '' : styleText(style, text, { validateStream: false })) : (_, text) => text;
}
