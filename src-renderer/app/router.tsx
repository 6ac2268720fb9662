// The window's places and their addresses (after #, so that they work under every scheme).

import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { parseAuditSearch } from '../audit/audit-search.ts';
import { parseListSearch } from '../components/list-search.ts';
import { DeliveryPage } from '../delivery/delivery-page.tsx';
import { ListPage } from '../lists/list-page.tsx';
import { parsePaperSearch, parseRecordSearch } from '../records/record-search.ts';
import { RegisterPage } from '../registers/register-page.tsx';
import { parseRegisterSearch } from '../registers/register-search.ts';
import { RegistersPage } from '../registers/registers-page.tsx';
import { parseReportSearch } from '../reports/report-search.ts';
import { SearchPage } from '../search/search-page.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { parseSettingsSearch } from '../settings/settings-search.ts';
import { TasksPage } from '../today/tasks-page.tsx';
import { TodayPage } from '../today/today-page.tsx';
import { BrokenPage, MissingPage } from './failed-pages.tsx';
import { Frame } from './frame.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: MissingPage, errorComponent: BrokenPage });

const today = createRoute({ getParentRoute: () => root, path: '/', component: TodayPage });
const tasks = createRoute({ getParentRoute: () => root, path: '/tasks', component: TasksPage });
const list = createRoute({
  getParentRoute: () => root,
  path: '/list/$kind',
  component: ListPage,
  validateSearch: parseListSearch,
});
const search = createRoute({ getParentRoute: () => root, path: '/search', component: SearchPage });
const registers = createRoute({ getParentRoute: () => root, path: '/registers', component: RegistersPage });
const register = createRoute({
  getParentRoute: () => root,
  path: '/registers/$kind',
  component: RegisterPage,
  validateSearch: parseRegisterSearch,
});
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: parseReportSearch,
  component: lazyRouteComponent(() => import('../reports/reports-page.tsx'), 'ReportsPage'),
});
const publications = createRoute({
  getParentRoute: () => root,
  path: '/reports/published',
  component: lazyRouteComponent(() => import('../reports/publications-page.tsx'), 'PublicationsPage'),
});
const publication = createRoute({
  getParentRoute: () => root,
  path: '/reports/published/$id',
  component: lazyRouteComponent(() => import('../reports/publication-page.tsx'), 'PublicationPage'),
});
const templates = createRoute({
  getParentRoute: () => root,
  path: '/registers/templates',
  component: lazyRouteComponent(() => import('../templates/templates-page.tsx'), 'TemplatesPage'),
});
const template = createRoute({
  getParentRoute: () => root,
  path: '/registers/templates/$id',
  component: lazyRouteComponent(() => import('../templates/template-page.tsx'), 'TemplatePage'),
});
const custody = createRoute({
  getParentRoute: () => root,
  path: '/custody',
  component: lazyRouteComponent(() => import('../custody/custody-page.tsx'), 'CustodyPage'),
});
const stockTake = createRoute({
  getParentRoute: () => root,
  path: '/custody/stock-takes/$id',
  component: lazyRouteComponent(() => import('../custody/stock-take-page.tsx'), 'StockTakePage'),
});
const conflicts = createRoute({
  getParentRoute: () => root,
  path: '/conflicts',
  component: lazyRouteComponent(() => import('../records/conflict-inbox-page.tsx'), 'ConflictInboxPage'),
});
const delivery = createRoute({ getParentRoute: () => root, path: '/delivery', component: DeliveryPage });
const stick = createRoute({
  getParentRoute: () => root,
  path: '/delivery/stick',
  component: lazyRouteComponent(() => import('../bundles/stick-page.tsx'), 'StickPage'),
});
const shift = createRoute({
  getParentRoute: () => root,
  path: '/shift',
  component: lazyRouteComponent(() => import('../shift/shift-page.tsx'), 'ShiftPage'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: parseAuditSearch,
  component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
});
const privacy = createRoute({
  getParentRoute: () => root,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../privacy/privacy-page.tsx'), 'PrivacyPage'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: SettingsPage,
  validateSearch: parseSettingsSearch,
});
const record = createRoute({
  getParentRoute: () => root,
  path: '/records/$id',
  validateSearch: parseRecordSearch,
  component: lazyRouteComponent(() => import('../records/record-page.tsx'), 'RecordPage'),
});
const paper = createRoute({
  getParentRoute: () => root,
  path: '/records/$id/papers/$document',
  validateSearch: parsePaperSearch,
  component: lazyRouteComponent(() => import('../print/paper-page.tsx'), 'PaperPage'),
});
const newRecord = createRoute({
  getParentRoute: () => root,
  path: '/new/$kind',
  validateSearch: parseRecordSearch,
  component: lazyRouteComponent(() => import('../records/new-record-page.tsx'), 'NewRecordPage'),
});

const importInto = createRoute({
  getParentRoute: () => root,
  path: '/registers/import/$kind',
  component: lazyRouteComponent(() => import('../imports/import-page.tsx'), 'ImportPage'),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/registers/import',
  component: lazyRouteComponent(() => import('../imports/imports-page.tsx'), 'ImportsPage'),
});

const tree = root.addChildren([
  today,
  tasks,
  list,
  search,
  registers,
  register,
  reports,
  publications,
  publication,
  templates,
  template,
  custody,
  stockTake,
  conflicts,
  delivery,
  stick,
  shift,
  audit,
  privacy,
  settings,
  record,
  paper,
  newRecord,
  importInto,
  imports,
]);

export const router = createRouter({ routeTree: tree, history: createHashHistory(), defaultPendingMs: 200 });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
