import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Programs of the runbooks, as they answer on a good day, but for `ping`, whose host is down. */
const PROGRAMS: Readonly<Record<string, string>> = {
  kubectl: 'case "$*" in *current-context*) echo prod-eu ;; *"get nodes"*) for i in 1 2 3; do echo "node-$i   Ready   <none>   12d"; done ;; *"get pods"*) for i in $(seq 1 30); do echo "api-$i   1/1   Running   0   3h"; done ;; *logs*) while :; do echo "200 GET /cart"; sleep 0.2; done ;; *) echo "deployment.apps/api: $*" ;; esac',
  curl: 'printf 200',
  ping: 'echo "PING $5 (10.0.0.4) 56(84) bytes of data."; echo "1 packets transmitted, 0 received, 100% packet loss, time 0ms"; exit 1',
  psql: 'case "$*" in *insert*) echo "INSERT 0 1" ;; *) echo "00:00:00.412" ;; esac',
  ssh: 'cat; echo "ssh $*"',
  scp: 'echo "copied $*"',
  openssl: 'case "$*" in *modulus*) echo "Modulus=BEEF" ;; *enddate*) echo "notAfter=Mar  1 12:00:00 2027 GMT" ;; *) echo "openssl $1" ;; esac',
};

/** Writes them into a folder; returns the `PATH` that has it first. */
export function stubPath(folder: string): string {
  mkdirSync(folder);
  for (const [name, body] of Object.entries(PROGRAMS)) writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return `${folder}:${process.env['PATH'] ?? ''}`;
}
