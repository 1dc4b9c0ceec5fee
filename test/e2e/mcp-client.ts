import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import { ElicitRequestSchema, ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { onTestFinished } from 'vitest';
import { CLI, cleanEnvironment } from './helpers/index.ts';

/** How a client is set up. */
interface ClientSetup {
  readonly cwd: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly name?: string;
  /** Folders that it names as its roots. */
  readonly roots?: readonly string[];
  /** Answers an elicitation; without it the client cannot ask a person. */
  readonly person?: (message: string) => { readonly action: 'accept' | 'decline' | 'cancel'; readonly content?: Record<string, string> };
}

/** What a tool answered. */
export interface Told {
  readonly isError: boolean;
  readonly text: string;
  readonly data: Record<string, unknown> & { readonly prompt?: Record<string, unknown> | null };
}

/** A client of a served `runbook mcp`, over the protocol's own library. */
export interface Agent {
  readonly client: Client;
  readonly server: ChildProcess;
  /** Lines of the server's standard error. */
  stderr(): string;
  call(tool: string, args?: Record<string, unknown>): Promise<Told>;
}

/** Starts the built program and connects with it. */
export async function agent({ cwd, args = [], env = {}, name = 'test-client', roots, person }: ClientSetup): Promise<Agent> {
  const server = spawn(process.execPath, [CLI, 'mcp', ...args], { cwd, env: { ...cleanEnvironment(), ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  onTestFinished(() => void server.kill('SIGKILL'));
  let stderr = '';
  server.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
  const client = new Client({ name, version: '1' }, { capabilities: { ...(roots === undefined ? {} : { roots: {} }), ...(person === undefined ? {} : { elicitation: {} }) } });
  if (roots !== undefined) client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: roots.map((folder) => ({ uri: `file://${folder}` })) }));
  if (person !== undefined) client.setRequestHandler(ElicitRequestSchema, ({ params }) => person(params.message));
  await client.connect(over(server));
  const call = async (tool: string, given: Record<string, unknown> = {}): Promise<Told> => {
    const result = await client.callTool({ name: tool, arguments: given });
    const [first] = result.content as { readonly text: string }[];
    return { isError: result.isError === true, text: first?.text ?? '', data: (result.structuredContent ?? {}) as Told['data'] };
  };
  return { client, server, stderr: () => stderr, call };
}

/** The process as a transport: the library's own would choose its environment. */
function over(server: ChildProcess): Transport {
  const buffer = new ReadBuffer();
  const transport: Transport = {
    start: async () => {
      server.stdout?.on('data', (chunk: Buffer) => {
        buffer.append(chunk);
        for (let message = buffer.readMessage(); message !== null; message = buffer.readMessage()) transport.onmessage?.(message);
      });
      server.on('close', () => transport.onclose?.());
    },
    send: async (message) => void server.stdin?.write(serializeMessage(message)),
    close: async () => void server.stdin?.end(),
  };
  return transport;
}
