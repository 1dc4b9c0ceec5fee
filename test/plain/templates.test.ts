import { expect, it } from 'vitest';
import { initialState } from '../../src/events/index.ts';
import { fillTemplate } from '../../src/plain/index.ts';
import { EMPTY_REQUEST, planRun } from '../../src/plan/index.ts';
import { read } from '../parse/read.ts';

const GATEWAYS = `
  # Move the gateway

  | Gateway | Site | Standby |
  | --- | --- | --- |
  | vpn-fra | Frankfurt | vpn-fra-b |
  | vpn-lab | Office | |

  ## Move

  '''sh
  move vpn-fra
  '''
`;
const filled = (target: string, text: string): string => fillTemplate({ plan: planRun(read(GATEWAYS), { ...EMPTY_REQUEST, target }).plan, state: initialState('r1') }, text);

it.each([
  ['vpn-fra', 'VPN in [site] ([Gateway], then [standby]) is down.', 'VPN in Frankfurt (vpn-fra, then vpn-fra-b) is down.'],
  ['vpn-fra', '[app] by [operator], since [HH:MM UTC]', 'vpn-fra by [operator], since [HH:MM UTC]'],
  ['vpn-lab', 'then [standby], see [site](https://a.example)', 'then [standby], see [site](https://a.example)'],
])('what the row of %s has is filled in, and what nothing knows stays a blank: %s', (target, text, to) => expect(filled(target, text)).toBe(to));
