import type { Payload, PayloadCodec } from '@temporalio/common';
import type { OutputOf, OutputPart } from '../protocol.ts';

const MARK = Buffer.from('{"outputOf":');

/**
 * Replaces requests for output by the output, on the way from the workflow to the client. A workflow cannot read files,
 * and no history should contain it; answers to queries are in none.
 */
export function outputCodec(read: (of: OutputOf) => Promise<OutputPart>): PayloadCodec {
  const filled = async (payload: Payload): Promise<Payload> => {
    const data = Buffer.from(payload.data ?? []);
    if (!data.subarray(0, MARK.length).equals(MARK)) return payload;
    return { ...payload, data: Buffer.from(JSON.stringify(await read(JSON.parse(data.toString('utf8')) as OutputOf))) };
  };
  return { encode: (payloads) => Promise.all(payloads.map(filled)), decode: async (payloads) => [...payloads] };
}
