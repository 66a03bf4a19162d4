import { t } from '@labelwright/i18n'
import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Failure, NotFound } from '../kit/Failure.tsx'
import { PageSkeleton } from '../kit/PageSkeleton.tsx'
import { useTitle } from '../kit/title.ts'
import { projectQuery } from '../projects/queries.ts'
import { ProjectWebhooks } from '../webhooks/Webhooks.tsx'
import { AnnotationSettings } from './AnnotationSettings.tsx'
import { DangerZone } from './DangerZone.tsx'
import { GeneralSettings } from './GeneralSettings.tsx'
import { InstructionSettings } from './InstructionSettings.tsx'
import { LabelingSettings } from './LabelingSettings.tsx'
import { PredictionSettings } from './PredictionSettings.tsx'
import classes from './settings.module.css'

const SECTIONS = {
  general: { title: () => t('settings.general'), Page: GeneralSettings },
  labeling: { title: () => t('settings.labeling'), Page: LabelingSettings },
  instruction: { title: () => t('settings.instruction'), Page: InstructionSettings },
  annotation: { title: () => t('settings.annotation'), Page: AnnotationSettings },
  predictions: { title: () => t('settings.predictions'), Page: PredictionSettings },
  webhooks: { title: () => t('webhooks.title'), Page: ProjectWebhooks },
  danger: { title: () => t('settings.danger'), Page: DangerZone },
} as const

export function SettingsPage() {
  const { project: id, section = 'general' } = useParams({ from: '/inside/projects/$project/settings/{-$section}' })
  const project = useQuery(projectQuery(id))
  useTitle(project.data ? `${t('settings.title')} · ${project.data.title}` : t('settings.title'))
  if (!(section in SECTIONS)) return <NotFound />
  if (project.isLoadingError) return <Failure error={project.error} retry={() => void project.refetch()} />
  if (!project.data) return <PageSkeleton />
  const { Page, title } = SECTIONS[section as keyof typeof SECTIONS]
  return (
    <div className={classes.page}>
      <nav className={classes.nav} aria-label={t('settings.title')}>
        <Link to="/projects/$project/data" params={{ project: id }} className={classes.back}>
          ← {project.data.title}
        </Link>
        {Object.entries(SECTIONS).map(([name, { title: label }]) => (
          <Link
            key={name}
            to="/projects/$project/settings/{-$section}"
            params={{ project: id, section: name === 'general' ? undefined : name }}
            className={classes.link}
            activeOptions={{ exact: true }}
          >
            {label()}
          </Link>
        ))}
      </nav>
      <div className={classes.content} data-wide={section === 'labeling' || undefined}>
        <Title order={1} mb="lg">
          {title()}
        </Title>
        <Page key={id} project={project.data} />
      </div>
    </div>
  )
}
