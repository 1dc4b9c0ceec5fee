import { type Place, placeNames, type ShellCommand } from '../model/index.ts';
import { readInvocation } from '../shell-syntax/index.ts';
import { chosenPlaces, placesInSettings } from './chosen-places.ts';
import type { NamedPlace } from './named-place.ts';

type Command = Pick<ShellCommand, 'name' | 'nameWord' | 'args'> & Partial<Pick<ShellCommand, 'settings'>>;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Options that name a place, whatever the program: also those of a team's own, of which no table tells that the next word is their value. */
const LONG: ReadonlyMap<string, string> = new Map(Object.entries({
  '--context': 'the kube-context', '--kube-context': 'the kube-context', '--cluster': 'the cluster', '--cluster-name': 'the cluster', '--kubeconfig': 'the kubeconfig', '--region': 'the region', '--namespace': 'the namespace',
  '--profile': 'the profile', '--project': 'the project', '--account': 'the account', '--subscription': 'the subscription', '--configuration': 'the configuration',
  '--host': 'the host', '--hostname': 'the host', '--server': 'the server', '--machine': 'the host', '--limit': 'the hosts',
  '--app': 'the app', '--remote': 'the remote', '--env': 'the environment', '--environment': 'the environment', '--stage': 'the stage', '--workspace': 'the workspace', '--stack': 'the stack', '--inventory': 'the inventory', '--resource-group': 'the resource group', '--bootstrap-server': 'the host', '--endpoints': 'the host', '--target': 'the target',
}));

/** Options of one letter that name a place, by program. */
const SHORT: readonly { readonly option: string; readonly what: string; readonly programs: ReadonlySet<string> }[] = [
  { option: '-h', what: 'the host', programs: wordsOf('psql pg_dump pg_dumpall pg_restore pg_isready pgbench createdb dropdb vacuumdb reindexdb mysql mysqldump mysqladmin mariadb redis-cli valkey-cli mongo nodetool') },
  { option: '-H', what: 'the host', programs: wordsOf('systemctl docker podman ldapsearch ldapmodify') },
  { option: '-n', what: 'the namespace', programs: wordsOf('kubectl oc k helm helm3 stern') },
  { option: '-a', what: 'the app', programs: wordsOf('heroku fly flyctl') },
  { option: '-i', what: 'the inventory', programs: wordsOf('ansible ansible-playbook') },
  { option: '-g', what: 'the resource group', programs: wordsOf('az') },
  { option: '-s', what: 'the subscription', programs: wordsOf('az') },
  { option: '-s', what: 'the stack', programs: wordsOf('pulumi') },
  { option: '-l', what: 'the hosts', programs: wordsOf('ansible ansible-playbook') },
];

/** Programs whose first argument is a host. */
const TO_HOST: ReadonlySet<string> = wordsOf('ssh slogin autossh mosh sftp telnet ping');
/** Programs that copy to and from hosts. */
const COPIES: ReadonlySet<string> = wordsOf('scp rsync sftp');
/** Clients that take a host within a text: `psql "host=db1 dbname=shop"`. */
const POSTGRES = /^(?:psql|pgcli|pg_\w+)$/;
const REMOTE_PATH = /^(?:[^@:/\s]+@)?([^@:/\s]+):/;

/** The places that a piece names: the one it is to run in, the hosts of its URLs, and what its commands say. */
export function namedPlaces(on: Place | null, hosts: readonly { readonly host: string }[], commands: readonly Command[]): readonly NamedPlace[] {
  const ofPiece = [...placeNames(on), ...hosts.map(({ host }) => host)].flatMap(hostNamed);
  return [...ofPiece, ...commands.flatMap((command) => [...placesInSettings(command), ...inArguments(command), ...chosenPlaces(command), ...inOptions(command)])];
}

function inArguments(command: Command): readonly NamedPlace[] {
  const { name, args } = command;
  const copied = COPIES.has(name) ? args.flatMap(({ raw, value }) => hostNamed(REMOTE_PATH.exec(value ?? raw)?.[1])) : [];
  const connection = POSTGRES.test(name) ? args.flatMap(({ raw, value }) => hostNamed(/(?:^|\s)host=(\S+)/.exec(value ?? raw)?.[1])) : [];
  // `sftp` takes both: a host, and a path on one.
  const first = copied.length === 0 && TO_HOST.has(name) ? readInvocation(command, false).positionals[0] : undefined;
  return first === undefined ? [...copied, ...connection] : hostNamed((first.value ?? first.raw).replace(/^ssh:\/\//, '').replace(/^[^@]*@/, ''));
}

function hostNamed(name: string | undefined): readonly NamedPlace[] {
  const bare = name?.replace(/["']/g, '') ?? '';
  return bare === '' ? [] : [{ what: 'the host', name: bare }];
}

function inOptions({ name: program, args }: Command): readonly NamedPlace[] {
  return args.flatMap(({ raw, value }, index): readonly NamedPlace[] => {
    const [option = '', given] = splitOption(value ?? raw);
    const what = LONG.get(option) ?? SHORT.find((each) => each.option === option && each.programs.has(program))?.what;
    const next = args[index + 1];
    const name = given ?? next?.value ?? next?.raw ?? '';
    return what === undefined || name === '' || name.startsWith('-') ? [] : [{ what, name }];
  });
}

/** `--host=db1`, `-hdb1`. */
function splitOption(word: string): readonly [option: string, given?: string] {
  const afterLetter = /^-\w./.test(word) ? 2 : -1;
  const at = word.startsWith('--') ? word.indexOf('=') : afterLetter;
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at).replace(/^=/, '')];
}
