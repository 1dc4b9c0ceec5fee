import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';

/**
 * `node test/conformance/over-http.ts <command...>`: runs the command with `CONFORMANCE_URL` set to an address at which the built `runbook mcp`
 * answers, a server for each session: the protocol's own checks speak HTTP only. Ends with the command's status.
 */
const sessions = new Map<string, StreamableHTTPServerTransport>();

const server = createServer((request, response) => {
  void (async () => {
    const id = request.headers['mcp-session-id'];
    const known = typeof id === 'string' ? sessions.get(id) : undefined;
    await (known ?? (await newSession())).handleRequest(request, response, await bodyOf(request));
  })().catch((error: unknown) => response.writeHead(500).end(String(error)));
});

/** A server process behind a transport; whatever one says the other is told. */
async function newSession(): Promise<StreamableHTTPServerTransport> {
  const child = spawn(process.execPath, ['dist/cli.js', 'mcp', '--root', 'runbooks', '--read-only'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: () => randomUUID(), onsessioninitialized: (id) => void sessions.set(id, transport) });
  const buffer = new ReadBuffer();
  child.stdout.on('data', (chunk: Buffer) => {
    buffer.append(chunk);
    for (let message = buffer.readMessage(); message !== null; message = buffer.readMessage()) void transport.send(message).catch(() => undefined);
  });
  transport.onmessage = (message) => void child.stdin.write(serializeMessage(message));
  transport.onclose = () => void child.stdin.end();
  await transport.start();
  return transport;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { readonly port: number };
  const [program = '', ...args] = process.argv.slice(2).map((word) => word.replace('{url}', `http://127.0.0.1:${port}/mcp`));
  spawn(program, args, { stdio: 'inherit' }).on('close', (code) => process.exit(code ?? 1));
});
