import type { ShellCommand } from '../model/index.ts';
import { readInvocation } from '../shell-syntax/index.ts';
import type { NamedPlace } from './named-place.ts';

type Command = Pick<ShellCommand, 'name' | 'nameWord' | 'args'> & Partial<Pick<ShellCommand, 'settings'>>;

/** Variables that say where a command goes. */
const VARIABLES: ReadonlyMap<string, string> = new Map(Object.entries({
  AWS_PROFILE: 'the profile', AWS_DEFAULT_PROFILE: 'the profile', AWS_REGION: 'the region', AWS_DEFAULT_REGION: 'the region',
  KUBECONFIG: 'the kubeconfig', KUBE_CONTEXT: 'the kube-context', HELM_KUBECONTEXT: 'the kube-context', HELM_NAMESPACE: 'the namespace',
  CLOUDSDK_CORE_PROJECT: 'the project', GOOGLE_CLOUD_PROJECT: 'the project', CLOUDSDK_ACTIVE_CONFIG_NAME: 'the configuration', AZURE_SUBSCRIPTION_ID: 'the subscription', ARM_SUBSCRIPTION_ID: 'the subscription',
  PGHOST: 'the host', PGSERVICE: 'the service', PGDATABASE: 'the database', MYSQL_HOST: 'the host', DOCKER_HOST: 'the host', DOCKER_CONTEXT: 'the Docker context',
  VAULT_ADDR: 'the host', CONSUL_HTTP_ADDR: 'the host', NOMAD_ADDR: 'the host', ETCDCTL_ENDPOINTS: 'the host',
  TF_WORKSPACE: 'the workspace', PULUMI_STACK: 'the stack', HEROKU_APP: 'the app', FLY_APP: 'the app',
  RAILS_ENV: 'the environment', RACK_ENV: 'the environment', NODE_ENV: 'the environment', APP_ENV: 'the environment', DEPLOY_ENV: 'the environment', ENVIRONMENT: 'the environment', STAGE: 'the stage', ENV: 'the environment',
}));

/** Commands whose next argument, or the value of an option, is where they and all after them go. */
const CHOICES: readonly { readonly words: string; readonly what: string; readonly options?: readonly string[] }[] = [
  { words: 'kubectl config use-context', what: 'the kube-context' },
  { words: 'kubectx', what: 'the kube-context' },
  { words: 'kubens', what: 'the namespace' },
  { words: 'oc project', what: 'the namespace' },
  { words: 'terraform workspace select', what: 'the workspace' },
  { words: 'tofu workspace select', what: 'the workspace' },
  { words: 'pulumi stack select', what: 'the stack' },
  { words: 'docker context use', what: 'the Docker context' },
  { words: 'argocd context', what: 'the server' },
  { words: 'gcloud config set project', what: 'the project' },
  { words: 'gcloud config configurations activate', what: 'the configuration' },
  { words: 'gcloud container clusters get-credentials', what: 'the cluster' },
  { words: 'gcloud compute ssh', what: 'the host' },
  { words: 'ansible', what: 'the hosts' },
  { words: 'aws eks update-kubeconfig', what: 'the cluster', options: ['--name'] },
  { words: 'az aks get-credentials', what: 'the cluster', options: ['-n', '--name'] },
];

/** The places that a command is given by variables: before it, or exported for those after it. */
export function placesInSettings({ name: program, args, settings = [] }: Command): readonly NamedPlace[] {
  const exported = /^(?:export|declare|typeset)$/.test(program) ? args.flatMap(({ raw, value }) => splitSetting(value ?? raw)) : [];
  return [...settings, ...exported].flatMap(({ name, value }) => {
    const what = VARIABLES.get(name);
    return what === undefined || value === null || value === '' ? [] : [{ what, name: value }];
  });
}

/** The place that a command chooses: `kubectl config use-context prod`, `ansible web-prod …`. */
export function chosenPlaces(command: Command): readonly NamedPlace[] {
  const choices = CHOICES.filter(({ words }) => words.split(' ')[0] === command.name);
  if (choices.length === 0) return [];
  const { positionals, options } = readInvocation(command, false);
  return choices.flatMap(({ words, what, options: given }) => {
    const [, ...verbs] = words.split(' ');
    if (verbs.some((verb, index) => positionals[index]?.value !== verb)) return [];
    const next = positionals[verbs.length];
    const name = given === undefined ? (next?.value ?? next?.raw) : valueOf(command, options, given);
    return name === undefined || name === '' ? [] : [{ what, name }];
  });
}

/** The value of an option, also where the program's options are not known to take one. */
function valueOf({ args }: Command, options: ReturnType<typeof readInvocation>['options'], names: readonly string[]): string | undefined {
  const use = options.find(({ name }) => names.includes(name));
  const next = use === undefined ? undefined : args[args.indexOf(use.word) + 1];
  return use?.value ?? next?.value ?? undefined;
}

function splitSetting(text: string): readonly { readonly name: string; readonly value: string }[] {
  const { name, value = '' } = /^(?<name>[A-Za-z_]\w*)=(?<value>.*)$/s.exec(text)?.groups ?? {};
  return name === undefined ? [] : [{ name, value }];
}
