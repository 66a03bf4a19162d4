import type { Catalogue } from '../index.ts'
import { account } from './account.ts'
import { actions } from './actions.ts'
import { assist } from './assist.ts'
import { comments } from './comments.ts'
import { common } from './common.ts'
import { component } from './component.ts'
import { config } from './config.ts'
import { data } from './data.ts'
import { docs } from './docs.ts'
import { editor } from './editor.ts'
import { embed } from './embed.ts'
import { forms } from './forms.ts'
import { image } from './image.ts'
import { jobs } from './jobs.ts'
import { keys } from './keys.ts'
import { labeling } from './labeling.ts'
import { organization } from './organization.ts'
import { panels } from './panels.ts'
import { preferences } from './preferences.ts'
import { profile } from './profile.ts'
import { projects } from './projects.ts'
import { relations } from './relations.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { tasks } from './tasks.ts'
import { versions } from './versions.ts'
import { webhooks } from './webhooks.ts'

export const zhCN: Catalogue = {
  account,
  actions,
  assist,
  comments,
  common,
  component,
  config,
  data,
  docs,
  editor,
  embed,
  forms,
  image,
  jobs,
  keys,
  labeling,
  organization,
  panels,
  preferences,
  profile,
  projects,
  relations,
  settings,
  setup,
  tasks,
  versions,
  webhooks,
}
