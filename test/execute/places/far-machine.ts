import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../../src/execute/process/index.ts';
import { freePort } from '../../../fixtures/free-port.ts';

/** Another machine, played by an sshd of the test's own on 127.0.0.1. */
export interface FarMachine {
  /** A folder with `ssh` in it, which knows the hosts `web1`, `web2` and `nobody` (where nothing listens). */
  readonly bin: string;
  /** `PATH` with that folder first. */
  readonly path: string;
  /** Process id of the server. */
  readonly pid: number;
  /** Connections that were accepted so far. */
  connections(): number;
  close(): void;
}

/** Where sshd is: not on everybody's `PATH`. */
const SSHD = findProgram('sshd', `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin`);

/** Why tests of another machine cannot run here, or `null`. */
export const NO_SSHD = SSHD === null || findProgram('ssh', process.env['PATH'] ?? '') === null ? 'openssh-server is not installed' : null;

/** Starts one: keys, port and configuration are its own. */
export async function farMachine(): Promise<FarMachine> {
  const folder = realpathSync(mkdtempSync('/tmp/runbook-far-'));
  const at = (name: string): string => join(folder, name);
  for (const name of ['host', 'own']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)]);
  const port = await freePort();
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  writeFileSync(at('authorized'), readFileSync(at('own.pub')), { mode: 0o600 });
  writeFileSync(at('known'), ['web1', 'web2'].map((name) => `[127.0.0.1]:${port} ${readFileSync(at('host.pub'), 'utf8')}${name} ${readFileSync(at('host.pub'), 'utf8')}`).join(''));
  // A home of its own: what the login shell of whoever runs the tests reads at its start can take a second.
  writeFileSync(at('sshd_config'), [`Port ${port}`, 'ListenAddress 127.0.0.1', `HostKey ${at('host')}`, `AuthorizedKeysFile ${at('authorized')}`, `PidFile ${at('pid')}`, 'StrictModes no', 'UsePAM no', 'PermitRootLogin yes', 'PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'MaxSessions 50', `SetEnv HOME=${folder}`, 'LogLevel VERBOSE', ''].join('\n'));
  writeFileSync(at('ssh_config'), [`Host web1 web2`, '  HostName 127.0.0.1', `  Port ${port}`, `Host nobody`, '  HostName 127.0.0.1', '  Port 1', 'Host *', `  User ${userInfo().username}`, `  IdentityFile ${at('own')}`, '  IdentitiesOnly yes', `  UserKnownHostsFile ${at('known')}`, `  GlobalKnownHostsFile /dev/null`, '  LogLevel ERROR', ''].join('\n'));
  mkdirSync(at('bin'));
  writeFileSync(at('bin/ssh'), `#!/bin/sh\nexec ${findProgram('ssh', process.env['PATH'] ?? '') ?? 'ssh'} -F ${at('ssh_config')} "$@"\n`);
  chmodSync(at('bin/ssh'), 0o755);
  const server = spawn(SSHD ?? 'sshd', ['-D', '-f', at('sshd_config'), '-E', at('log')], { stdio: 'ignore' });
  // Whoever forgets to close it must not wait for it.
  server.unref();
  await listening(port);
  return {
    bin: at('bin'),
    path: `${at('bin')}:${process.env['PATH'] ?? ''}`,
    pid: server.pid ?? 0,
    connections: () => readFileSync(at('log'), 'utf8').split('Accepted publickey').length - 1,
    close: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function listening(port: number): Promise<void> {
  const { connect } = await import('node:net');
  for (let tries = 0; tries < 200; tries++) {
    const answered = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true)).on('error', () => done(false));
      socket.unref();
      void Promise.resolve().then(() => socket.once('connect', () => socket.destroy()));
    });
    if (answered) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`sshd does not listen on port ${port}`);
}
