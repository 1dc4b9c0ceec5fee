import { describe, expect, it } from 'vitest';
import { read } from '../read.ts';

const told = (lead: string, value: string): readonly string[] => read(`# X\n\n## Do\n\n${lead}\n\nDrain it:\n\n'''sh\nfrobctl drain --now ${value}\n'''\n`).parameters.map(({ name, example }) => `${name} ${example}`);

describe('a value that a sentence about an example tells', () => {
  it.each([
    ['In this example we will use `web-7` as the name of the node:', 'node web-7'], ['In this example, we use `shop-db` as the database.', 'database shop-db'], ['The following examples use `tank` as pool name.', 'pool tank'], ['Examples use `web-7` for the node.', 'node web-7'],
    ['The node is called `node-7` in this example.', 'node node-7'], ['For this walkthrough, the host is `web1.shop.test`.', 'host web1.shop.test'], ['Our example host is `web1`.', 'host web1'], ['In the example, the container id is `4f2a9c1e7b3d`.', 'container-id 4f2a9c1e7b3d'],
    ['In the following, `tank` stands for the pool.', 'pool tank'], ['In the examples below, `ncn-w003` is the worker being replaced.', 'worker ncn-w003'], ['In the examples below, `bio007` refers to a compute node.', 'compute-node bio007'],
    ['We work with a pool called `tank` in these examples.', 'pool tank'], ['The examples in this page use the pool `tank`.', 'pool tank'], ['`web-3` serves as the example node.', 'node web-3'],
    ['This guide assumes that the pool is named `tank`.', 'pool tank'], ['We assume that the new disk is called `sdb`.', 'new-disk sdb'],
  ])('%s', (lead, parameter) => expect(told(lead, parameter.split(' ')[1]!)).toEqual([parameter]));
  it.each([
    ['The service is called `shopd`.', 'shopd'], ['The database is `shop`.', 'shop'], ['We use `rsync` for the copy.', 'rsync'], ['`shopd` is the name of the unit.', 'shopd'], ['In this example the output is `ok`.', 'ok'], ['In this example the state is `drained`.', 'drained'],
    ['In this example, `frobctl` is used as the client.', 'frobctl'], ['The example uses `jq`.', 'jq'], ['In the following table `tank` is listed last.', 'tank'], ['This example needs version `8.2` of the client.', '8.2'],
  ])('and not: %s', (lead, value) => expect(told(lead, value)).toEqual([]));
});
