import * as z from 'zod/mini';
import { FILE } from './schema.ts';

/** The JSON Schema of `.runbook.yaml`, for editors. */
export function jsonSchema(): object {
  const schema = z.toJSONSchema(FILE, { io: 'input' });
  return { ...schema, $id: 'https://unpkg.com/runbook/dist/config.schema.json', title: 'Configuration of runbook, .runbook.yaml at the root of a repository' };
}
