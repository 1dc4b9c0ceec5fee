import type { Effect, ShellWord } from '../../model/index.ts';

/** Files that keep nothing: output that is thrown away or shown. */
const KEEPS_NOTHING = /^(?:-|\/dev\/(?:null|stdout|stderr|tty|fd\/\d+))$/;
/** Where anything may be left: temporary folders. */
const TEMPORARY = /^(?:\/tmp\/|\/var\/tmp\/|\$\{?TMPDIR\b[^/]*\/)/;
const HOME = /^(?:~|\$HOME\b|\$\{HOME\})/;

/** Whether what is written there is thrown away or shown. */
export function keepsNothing(target: ShellWord): boolean {
  return KEEPS_NOTHING.test(target.value ?? '');
}

/** What writing to a file does; `null` where nothing is kept. `elsewhere`: the working folder is no longer the one that the run began in. */
export function writeEffect(target: ShellWord, elsewhere: boolean): Effect | null {
  const path = target.value ?? target.raw.replace(/^"|"$/g, '');
  if (KEEPS_NOTHING.test(path)) return null;
  // What `find` or `xargs` puts there may be any file.
  if (path === '{}') return 'destroys';
  if (path === '' || /(?:^|\/)\.\.(?:\/|$)/.test(path)) return 'unknown';
  if (TEMPORARY.test(path)) return 'changes';
  if (HOME.test(path)) return /^[^/]*\/\./.test(path) ? 'destroys' : 'unknown';
  // A name that only the shell knows, whatever it holds, is somewhere; `host:path`, `namespace/pod:path` and `s3://…` are elsewhere.
  if (/^[$`<{]/.test(path)) return 'unknown';
  if (path.startsWith('/') || /^(?:[\w.-]+\/)?[\w.@-]+:/.test(path)) return 'destroys';
  return elsewhere ? 'destroys' : 'changes';
}

/** Whether `cd` to a word leaves the folders that may be written to. */
export function leavesFolder(target: ShellWord | undefined): boolean {
  const path = target?.value ?? '';
  return path.startsWith('/') && !/^\/(?:var\/)?tmp(?:\/|$)/.test(path);
}
