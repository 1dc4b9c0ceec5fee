import { colouredText, endsMidLine, type Environment, inertLines, isCi, visible, withMethod } from './model/index.ts';

const USUAL_WIDTH = 80;

/**
 * A stream that text is written to for people: whatever was forgotten on the way here, nothing but colours (where
 * there are any) reaches the terminal, and no line is a command to the CI system. Bytes pass as they are: they come from writers that have seen to it.
 */
export function shownStream(stream: NodeJS.WriteStream, env: Environment, getsColour: () => boolean): NodeJS.WriteStream {
  const ci = isCi(env);
  let midLine = false;
  const shown = (text: string): string => {
    // The line ends of CSV.
    const coloured = text.split('\r\n').map(getsColour() ? colouredText : visible).join('\r\n');
    const inert = ci ? inertLines(coloured, midLine) : coloured;
    midLine = ci && endsMidLine(inert, midLine);
    return inert;
  };
  const write = (text: string | Uint8Array, ...rest: []): boolean => {
    if (typeof text === 'string') return stream.write(shown(text), ...rest);
    if (text.length > 0) midLine = text.at(-1) !== 10;
    return stream.write(text, ...rest);
  };
  // A terminal that does not say how wide it is says 0.
  return withMethod(stream.columns === 0 ? withMethod(stream, 'columns', USUAL_WIDTH) : stream, 'write', write);
}
