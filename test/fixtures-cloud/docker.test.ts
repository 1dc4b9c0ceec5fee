import { afterEach, expect, test } from 'vitest';
import { newCloud, type Cloud } from './cloud.ts';

let cloud: Cloud;
const start = (...reset: readonly string[]): Cloud => (cloud = newCloud(...reset));
afterEach(() => cloud.remove());

const VELVET = 'ghcr.io/raxx-app/trademasterapi/velvet';
const HEROKU = 'registry.heroku.com/raxx-velvet-prod/web';

test('pull, tag, push and release put the image on the app', () => {
  start();
  expect(cloud.type(`docker pull ${VELVET}:main-abc123`).stdout).toContain(`Status: Downloaded newer image for ${VELVET}:main-abc123`);
  expect(cloud.type(`docker tag ${VELVET}:main-abc123 ${HEROKU}`)).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(cloud.type(`docker push ${HEROKU}`).stdout).toContain('latest: digest: sha256:abc123');
  expect(cloud.type('heroku container:release web -a raxx-velvet-prod').stderr).toBe('Releasing images web to raxx-velvet-prod... done\n');
  expect(cloud.type('heroku releases -a raxx-velvet-prod -n 1').stdout).toMatch(/^v86 {2}Deployed web \(abc123/m);
  expect(cloud.type('heroku ps -a raxx-velvet-prod').stdout).toContain('web.1: up');
});

test('a bad image makes a bad release', () => {
  start();
  cloud.type(`docker pull ${VELVET}:main-3f2c1a`);
  cloud.type(`docker tag ${VELVET}:main-3f2c1a ${HEROKU}:latest`);
  cloud.type(`docker push ${HEROKU}:latest`);
  cloud.type('heroku container:release web -a raxx-velvet-prod');
  expect(cloud.type('heroku ps -a raxx-velvet-prod').stdout).toContain('web.1: crashed');
});

test('each step needs the one before it', () => {
  start();
  expect(cloud.type(`docker pull ${VELVET}:main-000000`)).toMatchObject({ status: 1, stderr: 'Error response from daemon: manifest unknown\n' });
  expect(cloud.type(`docker tag ${VELVET}:main-abc123 ${HEROKU}`).stderr).toContain('No such image');
  expect(cloud.type(`docker push ${HEROKU}`).stderr).toContain('does not exist locally');
  expect(cloud.type('heroku container:release web -a raxx-velvet-prod').stderr).toContain('No image was pushed');
});

test('only container apps take a push', () => {
  start();
  cloud.type(`docker pull ${VELVET}:main-abc123`);
  cloud.type(`docker tag ${VELVET}:main-abc123 registry.heroku.com/raxx-api-prod/web`);
  expect(cloud.type('docker push registry.heroku.com/raxx-api-prod/web')).toMatchObject({ status: 1 });
});

test('a garbage-collected image is found by neither pull nor rollback', () => {
  start('--app', 'raxx-velvet-prod', '--fail', 'image-gone');
  expect(cloud.type(`docker pull ${VELVET}:main-abc123`).status).toBe(1);
  expect(cloud.type('heroku rollback v84 -a raxx-velvet-prod').stderr).toContain('garbage-collected');
  expect(cloud.type('heroku rollback v84 -a raxx-velvet-staging').status).toBe(0);
});
