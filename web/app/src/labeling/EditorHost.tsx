import { address, type OpenTask, type Project } from '@labelwright/api'
import { Editor, type EditorEvents, type LinkPlace } from '@labelwright/editor'
import { locale } from '@labelwright/i18n'
import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import { useKeymap } from '../account/keys/keymap.ts'
import { mediaAddress } from '../kit/media.ts'
import { displayName, useUser } from '../session/session.ts'
import { useReachable } from './connection.ts'

interface EditorHostProps {
  project: Project
  task: OpenTask
  annotation?: number
  region?: string
  stream?: boolean
  /** The list of tasks stands there too. */
  beside?: boolean
  on: EditorEvents
}

/** The editor with what it is told by the app: who, which project's rules, how the page looks. */
export function EditorHost({ project, task, annotation, region, stream = false, beside = false, on }: EditorHostProps) {
  const user = useUser()
  const keymap = useKeymap()
  const reachable = useReachable()
  const colorScheme = useComputedColorScheme('light')
  // The editor starts anew with a new `task`: it is made once for each answer of the server.
  const input = useMemo(
    () => ({
      id: task.id,
      data: task.data,
      comment_count: task.comment_count,
      annotations: task.annotations.map((one) => ({ ...one, result: one.result ?? [], completed_by: null })),
      predictions: project.show_collab_predictions ? task.predictions : [],
      // Others' unfinished work is theirs.
      drafts: task.drafts.filter((draft) => draft.user === user.email),
    }),
    [task, project.show_collab_predictions, user.email],
  )
  const linkTo = ({ annotationId, region }: LinkPlace) =>
    address(`projects/${project.id}/data`, { task: task.id, annotation: annotationId, region })
  return (
    <Editor
      config={project.label_config}
      task={input}
      {...(annotation !== undefined && { annotationId: annotation })}
      {...(region !== undefined && { region })}
      user={{ id: user.id, email: user.email, name: displayName(user) }}
      stream={stream}
      beside={beside}
      usePredictions={project.show_collab_predictions}
      allowEmpty={project.enable_empty_annotation}
      show={{
        skip: project.show_skip_button && stream,
        instruction: project.show_instruction,
        // The server takes no config that is wrong.
        configProblems: false,
      }}
      instruction={project.expert_instruction}
      locale={locale()}
      colorScheme={colorScheme}
      connection={reachable ? 'online' : 'offline'}
      keymap={keymap}
      keymapPage={address('user/account/keys')}
      resolveUrl={mediaAddress}
      on={{ ...on, linkTo }}
    />
  )
}
