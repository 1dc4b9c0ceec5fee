import { describe, expect, it } from 'vitest';
import { ambientContext, isProduction, namesProduction } from '../../src/context/index.ts';
import { analyzeShell } from '../../src/shell-syntax/index.ts';

function contextOf(code: string, files: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>> = {}, directory = '/repo'): readonly string[] {
  const at = { directory, environment: { HOME: '/home/kim', ...environment } };
  return ambientContext(analyzeShell(code).commands, () => at, (path) => files[path] ?? null).map(({ kind, name, from }) => `${kind} ${name} (${from})`);
}

describe('the ambient context of a piece', () => {
  it.each([
    ['kubectl get pods', { '/home/kim/.kube/config': 'apiVersion: v1\ncurrent-context: prod-eu\n' }, {}, ['kube-context prod-eu (~/.kube/config)']],
    ['kubectl get pods', { '/a': 'kind: Config\n', '/b': 'current-context: "stg eu" # last\n' }, { KUBECONFIG: '/a:/b' }, ['kube-context stg eu (/b)']],
    ['helm list', { '/home/kim/.kube/config': 'current-context: ""\n' }, {}, []],
    ['kubectl --context prod-us get pods', { '/home/kim/.kube/config': 'current-context: stg\n' }, {}, []],
    ['kubectl get pods --context=prod-us; kubectl get nodes', { '/home/kim/.kube/config': 'current-context: stg\n' }, {}, ['kube-context stg (~/.kube/config)']],
    ['aws s3 ls', {}, { AWS_PROFILE: 'live' }, ['aws-profile live (AWS_PROFILE)']],
    ['aws s3 ls', { '/home/kim/.aws/config': '[default]\n' }, {}, ['aws-profile default (~/.aws/config)']],
    ['aws --profile dev s3 ls', {}, { AWS_PROFILE: 'live' }, []],
    ['AWS_PROFILE=dev aws s3 ls', {}, { AWS_PROFILE: 'live' }, []],
    ['gcloud compute instances list', { '/home/kim/.config/gcloud/active_config': 'work\n', '/home/kim/.config/gcloud/configurations/config_work': '[core]\nproject = shop-prd\n' }, {}, ['gcloud-configuration work (project shop-prd) (active_config)']],
    ['terraform plan', { '/repo/.terraform/environment': 'staging' }, {}, ['terraform-workspace staging (.terraform/environment)']],
    ['heroku ps', { '/repo/.git/config': '[remote "heroku"]\n\turl = https://git.heroku.com/shop-stg.git\n' }, {}, ['heroku-app shop-stg (.git/config)']],
    ['heroku ps -a shop-prod', { '/repo/.git/config': '[remote "heroku"]\n\turl = https://git.heroku.com/shop-stg.git\n' }, {}, []],
    ['heroku ps', { '/repo/.git/config': 'url = https://git.heroku.com/a.git\nurl = https://git.heroku.com/b.git\n' }, {}, []],
    ['echo kubectl; cat config', { '/home/kim/.kube/config': 'current-context: prod\n' }, {}, []],
    ['sudo kubectl get pods', { '/home/kim/.kube/config': 'current-context: prod\n' }, {}, ['kube-context prod (~/.kube/config)']],
  ] as const)('%s', (code, files, environment, expected) => {
    expect(contextOf(code, files as Readonly<Record<string, string>>, environment)).toEqual(expected);
  });

  it('asks nothing where no command acts on one', () => {
    expect(ambientContext(analyzeShell('echo fine').commands, () => expect.fail('looked'), () => expect.fail('read'))).toEqual([]);
  });
});

describe('production', () => {
  it.each([['shop-prod', true], ['prod', true], ['shop.production.internal', true], ['prd-eu', true], ['LIVE', true], ['product-api', false], ['olive', false], ['delivery', false], ['staging', false], ['reproduction', false]])('%s: %s', (name, expected) => {
    expect(namesProduction(name, null)).toBe(expected);
  });

  it('is what says so among target, context and hosts, by globs where there are some', () => {
    const none = { target: 'shop-stg', places: [], context: [] };
    expect(isProduction(none, null)).toEqual({ yes: false, why: '' });
    expect(isProduction({ ...none, places: [{ what: 'the host', name: 'api.prod.example' }] }, null)).toEqual({ yes: true, why: 'the host api.prod.example' });
    expect(isProduction({ ...none, context: [{ kind: 'aws-profile', name: 'live', from: 'AWS_PROFILE' }] }, null)).toEqual({ yes: true, why: 'the AWS profile live' });
    expect(isProduction(none, ['*-stg'])).toEqual({ yes: true, why: 'the target shop-stg' });
    expect(isProduction({ ...none, target: 'shop-prod' }, ['main-*'])).toEqual({ yes: false, why: '' });
  });
});
