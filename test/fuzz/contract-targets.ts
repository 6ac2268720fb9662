// What a window may send: the input of every call of the contract, whatever JSON comes. A window whose script is not ours
// sends what it likes; the schemas either take it, refuse it, or are broken.

import { assert } from '../../src-shared/base/assert.ts';
import { textToBytes } from '../../src-shared/base/bytes.ts';
import { deskContract } from '../../src-shared/contract/desk.ts';
import type { FuzzTarget } from './target.ts';

const schemas = Object.entries(deskContract).flatMap(([group, inside]) =>
  Object.entries(inside).flatMap(([name, procedure]) => {
    const schema = procedure['~orpc'].inputSchema;
    return schema === undefined ? [] : [{ name: `${group}.${name}`, schema }];
  }),
);

/** Names and shapes that inputs have, so that changed ones come near to honest ones. */
const seeds = [
  '{"id":"01jqephz40ba6fk652qzpf7bw1","heads":["0000000000000000000000000000000000000000000000000000000000000000"],"patch":{"title":"溪心桥","items":[{"id":"a","name":"钱包"}]},"reason":"核对"}',
  '{"kind":"found_item","limit":50,"sort":{"column":"number","down":true},"filters":{"status":["open"]},"text":"钱包","from":"2025-01-01","to":"2025-12-31"}',
  '{"account":"01jqephz40ba6fk652qzpf7bw1","password":"Wallet-2340","pin":"730418","halves":["ABCD","EFGH"],"next":"x","current":"y"}',
  '{"name":"舒某","staffNumber":"1","residentId":"","roles":["recorder"],"password":"x","enabled":true,"unit":{"name":"所"},"path":"/media/usb"}',
  '{"report":"monthly","period":"2025-03","kind":"visit","entry":"a","document":"receipt","copies":1,"value":12,"place":null}',
] as const;

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined; // No JSON: nothing of the kind reaches a schema.
  }
}

export const contractTargets: readonly FuzzTarget[] = [
  {
    name: 'inputs of the contract',
    seeds: [textToBytes(seeds[0]), ...seeds.slice(1).map((text) => textToBytes(text))],
    async run(bytes) {
      const input = readJson(bytes);
      for (const { name, schema } of schemas) {
        const taken = await schema['~standard'].validate(input);
        if (taken.issues !== undefined) continue;
        // What was taken once is taken again as it came out: nothing is let through by half.
        const again = await schema['~standard'].validate(taken.value);
        assert(again.issues === undefined, `${name} takes its own output`);
      }
    },
  },
];
