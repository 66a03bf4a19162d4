import { account } from './account.ts'
import { common } from './common.ts'
import { editor } from './editor.ts'
import { labeling } from './labeling.ts'
import { projects } from './projects.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { tasks } from './tasks.ts'
import { templates } from './templates.ts'

export const en = { account, common, editor, labeling, projects, settings, setup, tasks, templates }
export type En = typeof en
