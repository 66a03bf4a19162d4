import type { Project, ProjectFields } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { type FormEvent, useState } from 'react'
import { toast } from '../kit/toast.tsx'
import { useUpdateProject } from '../projects/queries.ts'

/** Some of a project's fields while they are edited; only what was changed is sent. */
export function useProjectForm<K extends keyof ProjectFields & keyof Project>(project: Project, names: readonly K[]) {
  const [edited, setEdited] = useState<Partial<Pick<Project, K>>>({})
  const update = useUpdateProject(project.id)
  const values = { ...project, ...edited } as Pick<Project, K>
  const changes = Object.fromEntries(
    names.filter((name) => name in edited && values[name] !== project[name]).map((name) => [name, values[name]]),
  ) as ProjectFields

  const save = (event?: FormEvent) => {
    event?.preventDefault()
    update.mutate(changes, {
      onSuccess: () => {
        setEdited({})
        toast(t('settings.saved'))
      },
    })
  }
  return {
    values,
    set: <N extends K>(name: N, value: Project[N]) => setEdited((before) => ({ ...before, [name]: value })),
    changed: Object.keys(changes).length > 0,
    busy: update.isPending,
    error: update.error,
    save,
  }
}
