import type { Sketch } from './build.ts';

/** The bones of a team's rollback runbook. */
export const rollback: Sketch = {
  table: {
    columns: ['App', 'URL'],
    rows: [
      ['raxx-api-prod', 'https://raxx-api-prod-a60a.herokuapp.com'],
      ['raxx-api-staging', 'https://raxx-api-staging-1a19.herokuapp.com'],
      ['raxx-console-prod', 'https://console.raxx.app'],
      ['raxx-console-staging', 'https://console-staging.raxx.app'],
    ],
  },
  system: ['raxx-velvet-*'],
  parameters: [{ name: 'known-good-release', kind: 'example', written: 'v84', example: 'v84', from: 'the known-good release (e.g., v84)' }],
  sections: [
    { heading: 'Pre-flight', role: 'prerequisites', steps: ['heroku ps -a raxx-api-prod'] },
    { heading: 'Slug path', applies: ['raxx-api-*', 'raxx-console-*'], steps: ['heroku releases -a raxx-api-prod', 'heroku rollback v84 -a raxx-api-prod'] },
    {
      heading: 'Verify', depth: 3, role: 'verification',
      steps: [
        '# Look at the releases\nheroku releases -a raxx-api-prod\n# Expected: top row reads "Rollback to v84"\n\n# Confirm dynos are up\nheroku ps -a raxx-api-prod\n# Expected: web.1: up\n\n# Smoke-check\ncurl https://api.raxx.app/status\n# Expected: 200',
        { for: 'console', code: 'heroku ps -a raxx-console-prod\ncurl https://console.raxx.app/health' },
      ],
    },
    { heading: 'Container path', applies: ['raxx-velvet-*'], steps: ['docker push registry.heroku.com/raxx-velvet-prod/web:<prior-tag>'] },
    { heading: 'If it fails', role: 'contingency', steps: ['heroku maintenance:on -a raxx-api-prod'] },
  ],
};
