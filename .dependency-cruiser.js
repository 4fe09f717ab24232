/** The arrows of docs/start-here.md: what may import what. A mistake is told by the rule's name. */
const feature = '^src/features/([^/]+)/';

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'domain-imports-only-domain', severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.(test|fixture)\\.tsx?$' },
      to: { pathNot: ['^src/domain/', 'node_modules/(zod|diff)/'] },
    },
    { name: 'addresses-import-only-addresses', severity: 'error', from: { path: '^src/urls' }, to: { pathNot: '^src/urls/' } },
    { name: 'areas-of-addresses-meet-in-urls', severity: 'error', from: { path: '^src/', pathNot: '^src/urls' }, to: { path: '^src/urls/' } },
    { name: 'platform-imports-no-ui', severity: 'error', from: { path: '^src/platform/' }, to: { path: '^src/(ui|record|features|demo)/' } },
    { name: 'ui-imports-no-platform', severity: 'error', from: { path: '^src/ui/' }, to: { path: '^src/(platform|record|features|demo)/' } },
    { name: 'record-imports-no-feature', severity: 'error', from: { path: '^src/record/' }, to: { path: '^src/(features|demo)/' } },
    { name: 'features-do-not-meet', severity: 'error', from: { path: feature }, to: { path: '^src/features/', pathNot: '^src/features/$1/' } },
    { name: 'features-import-no-demo', severity: 'error', from: { path: feature }, to: { path: '^src/demo/' } },
    {
      name: 'only-platform-db-sees-the-drivers', severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/db/' },
      to: { path: 'node_modules/(pg|@electric-sql/pglite)/' },
    },
    { name: 'only-charts-see-the-plotter', severity: 'error', from: { path: '^src/', pathNot: '^src/ui/charts/' }, to: { path: 'node_modules/(@observablehq/plot|linkedom)/' } },
    { name: 'only-platform-files-see-file-formats', severity: 'error', from: { path: '^src/', pathNot: '^src/platform/files/' }, to: { path: 'node_modules/(docx|write-excel-file|read-excel-file)/' } },
    { name: 'only-ui-sees-nunjucks', severity: 'error', from: { path: '^src/', pathNot: '^src/ui/(govuk|moj)/' }, to: { path: 'node_modules/nunjucks/' } },
    {
      name: 'only-routes-see-hono', severity: 'error',
      from: { path: feature, pathNot: ['\\.routes\\.tsx?$', '\\.view\\.tsx$', '\\.test\\.tsx?$'] },
      to: { path: 'node_modules/hono/' },
    },
    {
      name: 'views-ask-nothing', severity: 'error',
      from: { path: '\\.view\\.tsx$' },
      to: { path: ['^src/platform/', '\\.routes\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: { parser: 'swc', doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, enhancedResolveOptions: { conditionNames: ['import', 'types', 'node', 'default'] } },
};
