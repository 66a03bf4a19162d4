import { actions } from './actions.ts'
import { config } from './config.ts'
import { data } from './data.ts'
import { docs } from './docs.ts'
import { jobs } from './jobs.ts'
import { keys } from './keys.ts'
import { organization } from './organization.ts'
import { profile } from './profile.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { tasks } from './tasks.ts'
import { webhooks } from './webhooks.ts'

/** The texts of pages that annotators do without. */
export const pages = {
  actions,
  config,
  data,
  docs,
  jobs,
  keys,
  organization,
  profile,
  settings,
  setup,
  tasks,
  webhooks,
}
