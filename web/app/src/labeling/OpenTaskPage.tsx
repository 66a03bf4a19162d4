import type { Project } from '@labelwright/api'
import { useLocation } from '@tanstack/react-router'
import { LabelingBar } from './LabelingBar.tsx'
import { Neighbours } from './Neighbours.tsx'
import { OpenTask } from './OpenTask.tsx'
import { useOutbox } from './useOutbox.ts'

interface OpenTaskPageProps {
  project: Project
  task: number
  annotation?: number
  region?: string
}

/** One task, chosen by the person, on a page of its own. */
export default function OpenTaskPage({ project, ...open }: OpenTaskPageProps) {
  const outbox = useOutbox()
  const place = useLocation({ select: (location) => location.state.place })
  return (
    <div className="lw-full">
      <LabelingBar project={project} outbox={outbox}>
        {place && <Neighbours project={project.id} place={place} />}
      </LabelingBar>
      <OpenTask project={project} outbox={outbox} {...open} />
    </div>
  )
}
