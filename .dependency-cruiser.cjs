// The import rules of ARCHITECTURE.md, one rule a line of its table. `npm run check` plants a violation and expects it found.
const inside = (layer) => `^services/[^/]+/src/${layer}/`;
const pkg = (...names) => `^packages/(${names.join('|')})/`;
/** Of documents the composition is pure; what makes files of it is plugged in by the composition root. */
const composition = '^packages/documents/src/(document|templates)/';
const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    forbid(
      'no-service-imports-a-service',
      { path: '^services/([^/]+)/' },
      { path: '^services/', pathNot: '^services/$1/' },
    ),
    forbid(
      'domain-is-pure',
      { path: inside('domain'), pathNot: '\\.test\\.ts$' },
      {
        pathNot: [
          inside('domain'),
          '^(node:)?crypto$',
          composition,
          pkg('kernel', 'calendar', 'access', 'text'),
        ],
      },
    ),
    forbid(
      'app-knows-domain-and-pure-packages',
      { path: inside('app'), pathNot: '\\.test\\.ts$' },
      { pathNot: [inside('(domain|app)'), composition, pkg('kernel', 'calendar', 'access', 'text')] },
    ),
    forbid(
      'storage-knows-ports-and-postgres',
      { path: inside('storage'), pathNot: '\\.test\\.ts$' },
      {
        path: '^(packages|services)/',
        pathNot: [
          inside('(domain|storage)'),
          '^services/[^/]+/src/app/ports\\.ts$',
          pkg('kernel', 'postgres', 'reference', 'calendar', 'access', 'text'),
        ],
      },
    ),
    forbid(
      'transport-decodes-calls-encodes',
      { path: inside('transport'), pathNot: '\\.test\\.ts$' },
      {
        path: '^(packages|services)/',
        pathNot: [
          inside('(domain|app|transport)'),
          pkg('kernel', 'contracts', 'bus', 'rpc', 'calendar', 'access'),
        ],
      },
    ),
    forbid(
      'kernel-stands-alone',
      { path: pkg('kernel') },
      { path: '^(packages|services|deploy)/', pathNot: pkg('kernel') },
    ),
    forbid(
      'translations-stand-alone',
      { path: pkg('translations') },
      { path: '^(packages|services|deploy)/', pathNot: pkg('translations') },
    ),
    forbid(
      'pure-packages-know-kernel',
      { path: pkg('calendar', 'access', 'documents', 'text'), pathNot: '\\.test\\.ts$' },
      {
        path: '^(packages|services|deploy)/',
        pathNot: pkg('kernel', 'calendar', 'access', 'documents', 'text'),
      },
    ),
    forbid(
      'contracts-know-kernel',
      { path: pkg('contracts') },
      { path: '^(packages|services|deploy)/', pathNot: pkg('contracts', 'kernel') },
    ),
    forbid(
      'postgres-knows-kernel-and-metrics',
      { path: '^packages/postgres/src/' },
      { path: '^(packages|services|deploy)/', pathNot: pkg('postgres', 'kernel', 'metrics') },
    ),
    forbid(
      'bus-and-rpc',
      { path: '^packages/(bus|rpc)/src/' },
      {
        path: '^(packages|services|deploy)/',
        pathNot: pkg('bus', 'rpc', 'kernel', 'contracts', 'runtime', 'metrics'),
      },
    ),
    forbid('bus-is-not-rpc', { path: pkg('bus') }, { path: pkg('rpc') }),
    forbid(
      'runtime-knows-kernel',
      { path: '^packages/runtime/src/' },
      { path: '^(packages|services|deploy)/', pathNot: pkg('runtime', 'kernel') },
    ),
    forbid(
      'telemetry-store-knows-runtime',
      { path: '^packages/telemetry-store/src/' },
      {
        path: '^(packages|services|deploy)/',
        pathNot: pkg('telemetry-store', 'runtime', 'kernel', 'metrics'),
      },
    ),
    forbid(
      'metrics-stand-alone',
      { path: '^packages/metrics/src/' },
      { path: '^(packages|services|deploy)/', pathNot: pkg('metrics') },
    ),
    forbid(
      'testkit-is-for-tests',
      { path: '^(packages|services)/[^/]+/src/', pathNot: ['\\.test\\.ts$', pkg('testkit')] },
      { path: pkg('testkit') },
    ),
    forbid('packages-know-no-service', { path: '^packages/' }, { path: '^services/' }),
    forbid(
      'only-postgres-knows-pg',
      { path: '^(packages|services)/', pathNot: [pkg('postgres', 'testkit'), '/test/', '\\.test\\.ts$'] },
      { path: 'node_modules/pg/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^packages/contracts/src/gen/', '^services/web/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
