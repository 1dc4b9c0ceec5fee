import { dirname, join } from 'node:path';
import type { Environment, ShellCommand } from '../model/index.ts';

/** What the operator's machine points at for one kind of tool, such as the current kube context: what a command acts on without naming it. */
export interface AmbientContext {
  readonly kind: 'kube-context' | 'aws-profile' | 'gcloud-configuration' | 'terraform-workspace' | 'heroku-app';
  readonly name: string;
  /** The variable or file that it comes from: `AWS_PROFILE`, `~/.kube/config`. */
  readonly from: string;
}

/** The folder, environment and files that are looked at. */
export interface Surroundings {
  readonly directory: string;
  readonly environment: Environment;
}

/** The text of a file, or `null` where there is none. */
type ReadText = (path: string) => string | null;

type Reader = (at: Surroundings, read: ReadText) => Omit<AmbientContext, 'kind'> | null;

type Command = Pick<ShellCommand, 'name' | 'args'> & Partial<Pick<ShellCommand, 'settings'>>;

/** One entry per kind: the programs that act on it, the options and variables that name it explicitly, and where it is read from. */
const KINDS: readonly { readonly kind: AmbientContext['kind']; readonly programs: readonly string[]; readonly options: readonly string[]; readonly variables: readonly string[]; readonly read: Reader }[] = [
  { kind: 'kube-context', programs: ['kubectl', 'oc', 'helm', 'k9s', 'flux', 'argo', 'istioctl', 'stern', 'velero', 'kustomize'], options: ['--context', '--kube-context', '--kubeconfig', '--server'], variables: ['KUBECONFIG', 'HELM_KUBECONTEXT', 'KUBE_CONTEXT'], read: kubeContext },
  { kind: 'aws-profile', programs: ['aws', 'eksctl', 'sam', 'cdk', 'copilot'], options: ['--profile'], variables: ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_ACCESS_KEY_ID'], read: awsProfile },
  { kind: 'gcloud-configuration', programs: ['gcloud', 'gsutil', 'bq'], options: ['--configuration', '--project'], variables: ['CLOUDSDK_CORE_PROJECT', 'CLOUDSDK_ACTIVE_CONFIG_NAME'], read: gcloudConfiguration },
  { kind: 'terraform-workspace', programs: ['terraform', 'tofu', 'terragrunt'], options: [], variables: ['TF_WORKSPACE'], read: terraformWorkspace },
  { kind: 'heroku-app', programs: ['heroku'], options: ['-a', '--app', '-r', '--remote'], variables: ['HEROKU_APP'], read: herokuApp },
];

/** What commands act on without naming it, read from files and the environment; no program is run to find out. */
export function ambientContext(commands: readonly Command[], surroundings: () => Surroundings, read: ReadText): readonly AmbientContext[] {
  return usedKinds(commands).flatMap(({ kind, read: readKind }) => {
    const found = readKind(surroundings(), read);
    return found === null ? [] : [{ kind, ...found }];
  });
}

/** Which kinds of context commands act on without naming them. */
export function ambientKinds(commands: readonly Command[]): readonly AmbientContext['kind'][] {
  return usedKinds(commands).map(({ kind }) => kind);
}

function usedKinds(commands: readonly Command[]): typeof KINDS {
  return KINDS.filter(({ programs, options, variables }) => commands.some(({ name, args, settings = [] }) => {
    const isNamed = args.some(({ raw }) => options.some((option) => raw === option || raw.startsWith(`${option}=`))) || settings.some((setting) => variables.includes(setting.name));
    return programs.includes(name) && !isNamed;
  }));
}

function kubeContext({ environment }: Surroundings, read: ReadText): ReturnType<Reader> {
  const given = environment['KUBECONFIG'] ?? '';
  const paths = given === '' ? [join(homeOf(environment), '.kube', 'config')] : given.split(':').filter((path) => path !== '');
  for (const path of paths) {
    // Of several files the first that names a context counts, as in kubectl.
    const name = /^current-context:[ \t]*(?<value>\S.*)$/m.exec(read(path) ?? '')?.groups?.['value'];
    const value = scalar(name ?? '');
    if (value !== '') return { name: value, from: given === '' ? '~/.kube/config' : path };
  }
  return null;
}

/** A YAML scalar of one line, without its quotes or the comment after it. */
function scalar(text: string): string {
  const { double, single } = /^(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/.exec(text)?.groups ?? {};
  return double ?? single ?? text.replace(/\s+#.*$/, '').trim();
}

function awsProfile({ environment }: Surroundings, read: ReadText): ReturnType<Reader> {
  for (const name of ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']) {
    const value = environment[name] ?? '';
    if (value !== '') return { name: value, from: name };
  }
  if ((environment['AWS_ACCESS_KEY_ID'] ?? '') !== '') return { name: 'keys of the environment', from: 'AWS_ACCESS_KEY_ID' };
  const config = environment['AWS_CONFIG_FILE'] ?? join(homeOf(environment), '.aws', 'config');
  return read(config) === null ? null : { name: 'default', from: environment['AWS_CONFIG_FILE'] === undefined ? '~/.aws/config' : config };
}

function gcloudConfiguration({ environment }: Surroundings, read: ReadText): ReturnType<Reader> {
  const folder = environment['CLOUDSDK_CONFIG'] ?? join(homeOf(environment), '.config', 'gcloud');
  const given = environment['CLOUDSDK_ACTIVE_CONFIG_NAME'] ?? '';
  const name = given === '' ? (read(join(folder, 'active_config'))?.trim() ?? '') : given;
  const project = environment['CLOUDSDK_CORE_PROJECT'] ?? '';
  if (name === '') return project === '' ? null : { name: project, from: 'CLOUDSDK_CORE_PROJECT' };
  const ofFile = /^\s*project\s*=\s*(\S+)/m.exec(read(join(folder, 'configurations', `config_${name}`)) ?? '')?.[1] ?? '';
  const acting = project === '' ? ofFile : project;
  return { name: acting === '' ? name : `${name} (project ${acting})`, from: given === '' ? 'active_config' : 'CLOUDSDK_ACTIVE_CONFIG_NAME' };
}

function terraformWorkspace({ environment, directory }: Surroundings, read: ReadText): ReturnType<Reader> {
  const given = environment['TF_WORKSPACE'] ?? '';
  if (given !== '') return { name: given, from: 'TF_WORKSPACE' };
  const data = environment['TF_DATA_DIR'] ?? join(directory, '.terraform');
  const name = read(join(data, 'environment'))?.trim() ?? '';
  return name === '' ? null : { name, from: '.terraform/environment' };
}

function herokuApp({ environment, directory }: Surroundings, read: ReadText): ReturnType<Reader> {
  const given = environment['HEROKU_APP'] ?? '';
  if (given !== '') return { name: given, from: 'HEROKU_APP' };
  for (let folder = directory; ; folder = dirname(folder)) {
    const remotes = [...(read(join(folder, '.git', 'config')) ?? '').matchAll(/url\s*=\s*(?:https:\/\/git\.heroku\.com\/|git@heroku\.com:|ssh:\/\/git@heroku\.com\/)(\S+?)(?:\.git)?\s*$/gm)];
    const names = [...new Set(remotes.map((match) => match[1] ?? ''))];
    // With several remotes the program itself asks for `--app`.
    if (names.length === 1 && names[0] !== undefined) return { name: names[0], from: '.git/config' };
    if (names.length > 1 || folder === dirname(folder)) return null;
  }
}

function homeOf(environment: Surroundings['environment']): string {
  return environment['HOME'] ?? '';
}
