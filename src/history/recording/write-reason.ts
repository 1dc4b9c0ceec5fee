import { constants } from 'node:os';
import { errorCode, isRunbookError } from '../../model/index.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'the file is gone',
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there, or to keep its owner',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than allowed',
  EIO: 'the device failed',
  ENOTDIR: 'the file is gone',
  EISDIR: 'it is a folder',
  EMFILE: 'too many open files',
  ELOOP: 'its links go in circles',
};

/** Why a write failed, in words; an error that is neither expected nor from the file system is rethrown. */
export function writeReason(error: unknown): string {
  if (isRunbookError(error)) return error.message;
  const code = errorCode(error);
  if (!(code in constants.errno)) throw error;
  return REASONS[code] ?? (error instanceof Error ? error.message : code);
}
