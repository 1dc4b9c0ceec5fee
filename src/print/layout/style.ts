import { styleText } from 'node:util';

/** How a text is set apart on a terminal. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Styles a text, or returns it unchanged. */
export type Paint = (style: Style, text: string) => string;

/** A painter for a stream with or without colour. */
export function painter(colour: boolean): Paint {
  return colour ? (style, text) => (text === '' ? '' : styleText(style, text, { validateStream: false })) : (_, text) => text;
}
