import { createProject, deleteProject, getProject, listUploads, updateProject } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Button, Group, Paper, Stack, Stepper, Textarea, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf } from '../kit/message.ts'
import { useTitle } from '../kit/title.ts'
import { toast, toastError } from '../kit/toast.tsx'
import { useFocusOnChange } from '../kit/useFocusOnChange.ts'
import { projectQuery } from '../projects/queries.ts'
import { commitUploads } from './commit.ts'
import { DataStep } from './DataStep.tsx'
import { isEmptyConfig, LabelingSetup } from './LabelingSetup.tsx'
import { readSample } from './sample.ts'
import classes from './setup.module.css'
import { isBusy, uploadIds } from './uploads.ts'
import { useUploads } from './useUploads.ts'

const EMPTY = '<View></View>'
const STEPS = ['setup.step_name', 'setup.step_data', 'setup.step_config'] as const

/** Name, data, labelling set-up; any of them may wait. What was begun and left can be taken up again. */
export function CreateProjectPage() {
  useTitle(t('setup.title'))
  const navigate = useNavigate()
  const client = useQueryClient()
  const { draft } = useSearch({ from: '/inside/projects/create' })
  const [step, setStep] = useState(0)
  const [title, setTitle] = useState('')
  const [description, setDescription] = useState('')
  const [config, setConfig] = useState(EMPTY)
  const [asTasks, setAsTasks] = useState(true)
  const { project, ensure } = useDraftProject(draft, () => title.trim() || t('projects.untitled'))
  const uploads = useUploads(ensure)
  const { restore } = uploads

  useEffect(() => {
    if (draft === undefined) return
    void getProject(draft).then((begun) => {
      setTitle(begun.title)
      setDescription(begun.description)
      setConfig(begun.label_config || EMPTY)
    }, toastError)
    void restore(draft).catch(toastError)
  }, [draft, restore])

  const save = useMutation({
    mutationFn: async () => {
      const id = await ensure()
      await updateProject(id, { title: title.trim(), description, label_config: config, is_draft: false })
      if (uploadIds(uploads.list).length > 0) await commitUploads(id, uploads.list, asTasks)
      return id
    },
    onSuccess: async (id) => {
      toast(t('setup.saved', { title: title.trim() }))
      await client.invalidateQueries({ queryKey: ['projects'] })
      await client.invalidateQueries({ queryKey: projectQuery(id).queryKey })
      await navigate({ to: '/projects/$project/data', params: { project: id } })
    },
  })

  const cancel = useMutation({
    mutationFn: async () => {
      if (project !== undefined) await deleteProject(project)
    },
    onError: toastError,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['projects'] })
      await navigate({ to: '/projects' })
    },
  })

  const go = async (next: number) => {
    // The preview asks the server about a project, so from the last step on there is one.
    if (next === 2) await ensure().catch(toastError)
    setStep(next)
  }
  const page = useFocusOnChange(step)
  const titleProblem = title.trim().length > 0 && title.trim().length < 3 ? t('setup.title_short') : undefined
  const ready = title.trim().length >= 3 && !isBusy(uploads.list)

  return (
    <>
      <div className={classes.wizard}>
        <Title order={1} size="h3">
          {t('setup.title')}
        </Title>
        <Stepper active={step} onStepClick={(next) => void go(next)} size="sm" className={classes.steps}>
          <Stepper.Step label={t('setup.step_name')} />
          <Stepper.Step label={t('setup.step_data')} loading={isBusy(uploads.list)} />
          <Stepper.Step label={t('setup.step_config')} />
        </Stepper>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={() => cancel.mutate()} loading={cancel.isPending}>
            {t('common.cancel')}
          </Button>
          <Button onClick={() => save.mutate()} disabled={!ready} loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </div>
      <section
        ref={page}
        tabIndex={-1}
        aria-label={t(STEPS[step] ?? 'setup.title')}
        className="lw-page"
        style={step === 2 ? { maxWidth: 'none', paddingBottom: 24 } : { maxWidth: 860 }}
      >
        {save.isError && (
          <Alert color="red" title={t('setup.not_saved')} mb="lg" role="alert" style={{ whiteSpace: 'pre-wrap' }}>
            {messageOf(save.error)}
          </Alert>
        )}
        {step === 0 && (
          <Paper p="xl" className="lw-surface">
            <form
              onSubmit={(event) => {
                event.preventDefault()
                void go(1)
              }}
            >
              <Stack>
                <TextInput
                  label={t('setup.project_name')}
                  description={t('setup.project_name_hint')}
                  value={title}
                  onChange={(event) => setTitle(event.currentTarget.value)}
                  maxLength={50}
                  autoFocus
                  error={titleProblem}
                />
                <Textarea
                  label={t('setup.description')}
                  value={description}
                  onChange={(event) => setDescription(event.currentTarget.value)}
                  autosize
                  minRows={3}
                />
              </Stack>
            </form>
          </Paper>
        )}
        {step === 1 && <DataStep uploads={uploads} asTasks={asTasks} onAsTasks={setAsTasks} />}
        {step === 2 && project !== undefined && (
          <ConfigStep project={project} config={config} onChange={setConfig} uploads={uploads.list} asTasks={asTasks} />
        )}
        {step < 2 && (
          <Group justify="space-between" mt="xl">
            <Button variant="subtle" onClick={() => void go(step - 1)} disabled={step === 0}>
              {t('common.back')}
            </Button>
            <Button variant="light" onClick={() => void go(step + 1)}>
              {t('common.next')}
            </Button>
          </Group>
        )}
      </section>
    </>
  )
}

interface ConfigStepProps {
  project: number
  config: string
  onChange: (config: string) => void
  uploads: ReturnType<typeof useUploads>['list']
  asTasks: boolean
}

function ConfigStep({ project, config, onChange, uploads, asTasks }: ConfigStepProps) {
  const columns = [...new Set(uploads.flatMap((upload) => upload.answer?.data_columns ?? []))]
  const file = uploads.find((upload) => upload.status === 'done' && uploadIds([upload]).length > 0)
  const id = file && uploadIds([file])[0]
  const sample = useQuery({
    queryKey: ['sample', project, id, asTasks],
    queryFn: async () => (await firstSample(project, id, asTasks)) ?? null,
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <LabelingSetup
      project={project}
      config={isEmptyConfig(config) ? '' : config}
      onChange={onChange}
      columns={asTasks ? columns : []}
      sample={sample.data ?? undefined}
    />
  )
}

async function firstSample(project: number, upload: number | undefined, asTasks: boolean) {
  const file = (await listUploads(project)).find((one) => one.id === upload)
  return file && readSample(file.file, asTasks)
}

/** The project behind the wizard: made on the server when the first thing has to be kept there. */
function useDraftProject(draft: number | undefined, name: () => string) {
  const [project, setProject] = useState(draft)
  const making = useRef<Promise<number> | undefined>(draft === undefined ? undefined : Promise.resolve(draft))
  const named = useRef(name)
  named.current = name
  const ensure = useCallback(() => {
    making.current ??= createProject({ title: named.current(), is_draft: true }).then(
      ({ id }) => {
        setProject(id)
        return id
      },
      (error: unknown) => {
        making.current = undefined
        throw error
      },
    )
    return making.current
  }, [])
  return { project, ensure }
}
