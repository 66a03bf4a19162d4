import { listTemplates, type Template } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Group, Skeleton, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core'
import { IconCode, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNote } from '../kit/Failure.tsx'
import { mediaAddress } from '../kit/media.ts'
import classes from './gallery.module.css'

interface TemplateGalleryProps {
  onChoose: (config: string) => void
}

export function TemplateGallery({ onChoose }: TemplateGalleryProps) {
  const [group, setGroup] = useState<string>()
  const [search, setSearch] = useState('')
  const list = useQuery({ queryKey: ['templates'], queryFn: listTemplates, staleTime: Number.POSITIVE_INFINITY })
  if (list.isError) return <FailureNote error={list.error} retry={() => void list.refetch()} />

  const templates = list.data?.templates ?? []
  const wanted = search.trim().toLowerCase()
  const found = (template: Template) =>
    wanted
      ? `${template.title} ${template.group} ${template.keywords.join(' ')} ${template.config}`
          .toLowerCase()
          .includes(wanted)
      : !group || template.group === group
  const groups = (list.data?.groups ?? []).filter((name) => templates.some((x) => x.group === name && found(x)))

  return (
    <div className={classes.gallery}>
      <nav className={classes.groups} aria-label={t('setup.template_groups')}>
        <GroupButton name={t('setup.all_templates')} active={!group} onClick={() => setGroup(undefined)} />
        {(list.data?.groups ?? []).map((name) => (
          <GroupButton key={name} name={name} active={group === name} onClick={() => setGroup(name)} />
        ))}
      </nav>
      <Stack gap="lg">
        <Group justify="space-between">
          <TextInput
            type="search"
            w={300}
            aria-label={t('setup.search_templates')}
            placeholder={t('setup.search_templates')}
            leftSection={<IconSearch size={16} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Button variant="default" leftSection={<IconCode size={16} />} onClick={() => onChoose('<View>\n</View>')}>
            {t('setup.own_config')}
          </Button>
        </Group>
        {list.isPending && <GallerySkeleton />}
        {groups.map((name) => (
          <section key={name} aria-label={name}>
            <Title order={3} size="h4" mb="sm">
              {name}
            </Title>
            <div className={classes.cards}>
              {templates
                .filter((template) => template.group === name && found(template))
                .map((template) => (
                  <UnstyledButton
                    key={template.title}
                    className={classes.card}
                    onClick={() => onChoose(template.config)}
                  >
                    <img src={mediaAddress(template.image)} alt="" loading="lazy" className={classes.picture} />
                    <div className={classes.about}>
                      <Text size="sm" fw={600}>
                        {template.title}
                      </Text>
                      <Text size="xs" c="dimmed" lineClamp={2}>
                        {template.details}
                      </Text>
                    </div>
                  </UnstyledButton>
                ))}
            </div>
          </section>
        ))}
        {list.isSuccess && groups.length === 0 && <Text c="dimmed">{t('setup.no_templates')}</Text>}
      </Stack>
    </div>
  )
}

function GroupButton({ name, active, onClick }: { name: string; active: boolean; onClick: () => void }) {
  return (
    <UnstyledButton className={classes.group} aria-pressed={active} onClick={onClick}>
      {name}
    </UnstyledButton>
  )
}

function GallerySkeleton() {
  return (
    <div className={classes.cards} role="status" aria-label={t('common.loading')}>
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
        <Skeleton key={key} height={150} radius="md" />
      ))}
    </div>
  )
}
