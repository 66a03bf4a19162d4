import { account } from './account.ts'
import { assist } from './assist.ts'
import { comments } from './comments.ts'
import { common } from './common.ts'
import type { component } from './component.ts'
import { editor } from './editor.ts'
import { embed } from './embed.ts'
import { forms } from './forms.ts'
import { image } from './image.ts'
import { labeling } from './labeling.ts'
import type { pages } from './pages.ts'
import { panels } from './panels.ts'
import { preferences } from './preferences.ts'
import { projects } from './projects.ts'
import { relations } from './relations.ts'
import { versions } from './versions.ts'

/** The texts that every page needs. */
export const first = {
  account,
  assist,
  comments,
  common,
  editor,
  embed,
  forms,
  image,
  labeling,
  panels,
  preferences,
  projects,
  relations,
  versions,
}
export type En = typeof first & typeof pages & { component: typeof component }
