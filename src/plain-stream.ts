import { fstatSync, writeSync } from 'node:fs';

/** Linux's /dev/null. */
const NULL_DEVICE = 259;

/**
 * Standard output or error that is a file or a pipe, without what Node loads to make a stream of it: that takes longer than most answers do.
 * Node writes to both at once too, so nothing comes in another order. Whatever is asked for beyond writing gets the real stream.
 */
export function plainStream(descriptor: 1 | 2, real: () => NodeJS.WriteStream, onLost: (reason: string) => void = () => undefined): NodeJS.WriteStream {
  if (!isPlain(descriptor)) return real();
  let stream: NodeJS.WriteStream | null = null;
  const write = (text: string | Uint8Array, ...rest: []): boolean => {
    const left = rest.length > 0 || stream !== null ? text : writeAll(descriptor, text, onLost);
    if (left === null) return true;
    stream ??= real();
    return stream.write(left, ...rest);
  };
  const proxy = new Proxy({} as NodeJS.WriteStream, {
    get: (_, key) => {
      if (key === 'write') return write;
      if (stream === null && (key === 'isTTY' || key === 'columns' || key === 'rows')) return undefined;
      stream ??= real();
      const value: unknown = Reflect.get(stream, key, stream);
      return typeof value === 'function' ? value.bind(stream) : value;
    },
  });
  return proxy;
}

function isPlain(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return !stats.isCharacterDevice() || (process.platform === 'linux' && stats.rdev === NULL_DEVICE);
  } catch {
    return false;
  }
}

/** Writes what can be written; `null` once nothing is left, else the rest: a pipe that takes no more now is the real stream's to wait for. */
function writeAll(descriptor: number, text: string | Uint8Array, onLost: (reason: string) => void): Uint8Array | null {
  let left: Uint8Array = typeof text === 'string' ? Buffer.from(text) : text;
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(descriptor, left));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') return left;
      // A reader that is gone is no fault; a full disk is, and what else is done goes on all the same.
      if (code !== 'EPIPE' && code !== 'EIO') onLost(message);
      return null;
    }
  }
  return null;
}
