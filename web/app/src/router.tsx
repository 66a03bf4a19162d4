import { ApiError, basePath } from '@labelwright/api'
import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { Failure, NotFound } from './kit/Failure.tsx'
import { PageSkeleton } from './kit/PageSkeleton.tsx'
import { withPageParts } from './kit/pageParts.ts'
import { queryClient } from './kit/query.ts'
import { sessionQuery } from './session/session.ts'
import { Shell } from './shell/Shell.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NowherePage, errorComponent: PageFailure })

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const dialogNamed = (value: unknown): DataSearch['dialog'] =>
  value === 'import' || value === 'export' ? value : undefined
const number = (value: unknown) => (Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined)

/** A page with the styles and texts that annotators do without. */
const page: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(() => withPageParts(load), name)

const login = createRoute({
  getParentRoute: () => root,
  path: '/user/login',
  component: page(() => import('./session/LogInPage.tsx'), 'LogInPage'),
  validateSearch: (search: Record<string, unknown>): { next?: string } => defined({ next: text(search.next) }),
})

const signup = createRoute({
  getParentRoute: () => root,
  path: '/user/signup',
  component: page(() => import('./session/SignUpPage.tsx'), 'SignUpPage'),
  validateSearch: (search: Record<string, unknown>): { token?: string } => defined({ token: text(search.token) }),
})

/** Everything behind the log-in: a person without a session is sent there, and comes back afterwards. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(sessionQuery)
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) {
        // Loaded from the server, which writes into the page whether there is an account at all.
        const search = location.pathname === '/' ? {} : { next: `${basePath()}${location.href}` }
        throw redirect({ to: '/user/login', search, reloadDocument: true })
      }
      throw error
    }
  },
})

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/projects' })
  },
})

const projects = createRoute({
  getParentRoute: () => inside,
  path: '/projects',
  component: page(() => import('./projects/ProjectsPage.tsx'), 'ProjectsPage'),
})

const create = createRoute({
  getParentRoute: () => inside,
  path: '/projects/create',
  component: page(() => import('./setup/CreateProjectPage.tsx'), 'CreateProjectPage'),
  validateSearch: (search: Record<string, unknown>): { draft?: number } => defined({ draft: number(search.draft) }),
})

const project = createRoute({
  getParentRoute: () => inside,
  path: '/projects/$project',
  params: {
    parse: ({ project }) => ({ project: Number(project) }),
    stringify: ({ project }) => ({ project: String(project) }),
  },
  component: Outlet,
})

const projectHome = createRoute({
  getParentRoute: () => project,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/projects/$project/data', params })
  },
})

export interface DataSearch {
  task?: number
  annotation?: number
  region?: string
  /** The task is open beside the list. */
  beside?: 1
  labeling?: 1
  tab?: number
  dialog?: 'import' | 'export'
}

const data = createRoute({
  getParentRoute: () => project,
  path: '/data',
  component: lazyRouteComponent(() => import('./tasks/DataPage.tsx'), 'DataPage'),
  validateSearch: (search: Record<string, unknown>): DataSearch =>
    defined({
      task: number(search.task),
      annotation: number(search.annotation),
      region: search.region === undefined ? undefined : String(search.region),
      beside: search.beside === undefined ? undefined : (1 as const),
      labeling: search.labeling === undefined || String(search.labeling) === '0' ? undefined : (1 as const),
      tab: number(search.tab),
      dialog: dialogNamed(search.dialog),
    }),
})

const settings = createRoute({
  getParentRoute: () => project,
  path: '/settings/{-$section}',
  component: page(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
})

const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  component: page(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
})

const jobs = createRoute({
  getParentRoute: () => inside,
  path: '/jobs',
  component: page(() => import('./jobs/JobsPage.tsx'), 'JobsPage'),
})

const webhooks = createRoute({
  getParentRoute: () => inside,
  path: '/organization/webhooks',
  component: page(() => import('./webhooks/Webhooks.tsx'), 'WorkspaceWebhooks'),
})

const organization = createRoute({
  getParentRoute: () => inside,
  path: '/organization/settings',
  component: page(() => import('./organization/OrganizationPage.tsx'), 'OrganizationPage'),
})

/** Addresses that people have in their bookmarks and heads. */
const oldPeople = createRoute({
  getParentRoute: () => inside,
  path: '/organization',
  beforeLoad: () => {
    throw redirect({ to: '/people' })
  },
})

const oldDialogs = createRoute({
  getParentRoute: () => project,
  path: '/data/$dialog',
  beforeLoad: ({ params }) => {
    const dialog = dialogNamed(params.dialog)
    throw redirect({ to: '/projects/$project/data', params, search: dialog ? { dialog } : {} })
  },
})

const account = createRoute({
  getParentRoute: () => inside,
  path: '/user/account',
  component: page(() => import('./account/AccountPage.tsx'), 'AccountPage'),
})

const keys = createRoute({
  getParentRoute: () => inside,
  path: '/user/account/keys',
  component: page(() => import('./account/keys/KeysPage.tsx'), 'KeysPage'),
})

/** Open to people without an account, as the document it shows. */
const docs = createRoute({
  getParentRoute: () => root,
  path: '/docs',
  component: page(() => import('./docs/ApiPage.tsx'), 'ApiPage'),
})

/** Without the keys that are undefined: they would stand in the address. */
function defined<T extends Record<string, unknown>>(search: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as never
}

/** Outside of the shell, which would bring the landmark. */
function NowherePage() {
  return (
    <main>
      <NotFound />
    </main>
  )
}

function PageFailure({ error, reset }: ErrorComponentProps) {
  return (
    <Failure
      error={error}
      retry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    signup,
    docs,
    inside.addChildren([
      home,
      projects,
      create,
      project.addChildren([projectHome, data, oldDialogs, settings]),
      people,
      jobs,
      webhooks,
      organization,
      oldPeople,
      account,
      keys,
    ]),
  ]),
  basepath: basePath() || '/',
  trailingSlash: 'preserve',
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: NotFound,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
