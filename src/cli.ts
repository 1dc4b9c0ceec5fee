#!/usr/bin/env node
// Kept to syntax that any Node with ES modules parses, and imports nothing by itself: an old Node must get as far as saying so.
const NEEDED = [22, 12];

function tooOld(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  return (major ?? 0) < 22 || (major === 22 && (minor ?? 0) < 12);
}

async function start(): Promise<void> {
  // Else this signal opens a debugger, which lets every user of the machine read the secrets of a run.
  process.on('SIGUSR1', () => undefined);
  // What Node warns of, such as NO_COLOR beside FORCE_COLOR, is about this program's libraries and nothing that its user can act on.
  process.removeAllListeners('warning');
  const { main, tellFault, plainStream } = await import('./main.ts');
  const { env } = process;
  // To touch a stream is to load what serves it.
  const io = { get stdin() { return process.stdin; }, stdout: plainStream(1, () => patient(process.stdout), (reason) => { lost = reason; }), stderr: plainStream(2, () => patient(process.stderr)), env, cwd: workingFolder() };
  process.on('uncaughtException', (error) => process.exit(tellFault(error, io)));
  process.exitCode = await main(process.argv.slice(2), io);
  await Promise.all([...known].map(written));
  if (lost !== null) {
    io.stderr.write(`runbook: cannot write the output: ${lost}\n  free space there, or send it elsewhere\n`);
    if (process.exitCode === 0) process.exitCode = 2;
  }
  await Promise.all([...known].map(written));
  // Else V8 gives its heap back piece by piece first, which takes as long as a step.
  process.exit();
}

/** Waits until all that was written to a stream has left the process, or nobody is there to read it. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  // What a device did not take is said in the next turn.
  if (stream.destroyed || stream.writableLength === 0) return new Promise((done) => { setImmediate(done); });
  return new Promise((done) => {
    stream.once('close', done);
    stream.write('', () => done());
  });
}

/** What became of output that could not be written; a run goes on to its row all the same. */
let lost: string | null = null;

function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('runbook: the working folder is gone: nothing can be found from there\n  go to another folder and give the same command again\n');
    return process.exit(2);
  }
}

const known = new Set<NodeJS.WriteStream>();

/** A reader that went away (`runbook show x | head`) or a terminal that was closed is no fault of ours, and a run goes on to its row. */
function patient(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (known.has(stream)) return stream;
  known.add(stream);
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO' && stream === process.stdout) lost = error.message;
  });
}

if (tooOld(process.versions.node)) {
  process.stderr.write(`runbook: needs Node ${NEEDED.join('.')} or newer, this is ${process.versions.node}\n  install a newer Node and give the same command again\n`);
  process.exitCode = 2;
} else {
  void start();
}
