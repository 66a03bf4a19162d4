import { changeOrganization, type Organization } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Group, Stack, Switch, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { PageSkeleton } from '../kit/PageSkeleton.tsx'
import { Section } from '../kit/Section.tsx'
import { useTitle } from '../kit/title.ts'
import { toast, toastError } from '../kit/toast.tsx'
import { sessionQuery } from '../session/session.ts'
import { SaveBar } from '../settings/SaveBar.tsx'
import { organizationQuery, useOrganization } from './queries.ts'
import { SessionPolicyForm } from './SessionPolicyForm.tsx'
import { TokenPolicy } from './TokenPolicy.tsx'

/** What holds for everybody in the workspace. */
export function OrganizationPage() {
  useTitle(t('organization.title'))
  const organization = useOrganization()
  if (organization.isLoadingError)
    return <Failure error={organization.error} retry={() => void organization.refetch()} />
  if (!organization.data) return <PageSkeleton />
  return (
    <div className="lw-page" style={{ maxWidth: 760 }}>
      <Title order={1} mb="xl">
        {t('organization.title')}
      </Title>
      <Stack gap="lg">
        <Section title={t('organization.general')}>
          <NameForm organization={organization.data} />
        </Section>
        <Section title={t('organization.roles')}>
          <Roles organization={organization.data} />
        </Section>
        <Section title={t('organization.sessions')}>
          <SessionPolicyForm />
        </Section>
        <Section title={t('organization.tokens')}>
          <TokenPolicy />
        </Section>
        <Section title={t('webhooks.title')}>
          <Group justify="space-between">
            <Text size="sm">{t('organization.webhooks_hint')}</Text>
            <Button variant="default" renderRoot={(props) => <Link to="/organization/webhooks" {...props} />}>
              {t('organization.webhooks_open')}
            </Button>
          </Group>
        </Section>
      </Stack>
    </div>
  )
}

function useChange(id: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (fields: Partial<Pick<Organization, 'title' | 'roles_enabled'>>) => changeOrganization(id, fields),
    onSuccess: async (changed) => {
      client.setQueryData(organizationQuery(id).queryKey, changed)
      toast(t('settings.saved'))
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })
}

function NameForm({ organization }: { organization: Organization }) {
  const [title, setTitle] = useState(organization.title)
  const change = useChange(organization.id)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ title: title.trim() })
      }}
    >
      <Stack>
        <TextInput
          label={t('organization.name')}
          maxLength={1000}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <SaveBar
          changed={title.trim() !== '' && title.trim() !== organization.title}
          busy={change.isPending}
          error={change.error}
        />
      </Stack>
    </form>
  )
}

function Roles({ organization }: { organization: Organization }) {
  const change = useChange(organization.id)
  return (
    <Stack>
      <Switch
        label={t('organization.roles_switch')}
        description={t('organization.roles_hint')}
        checked={organization.roles_enabled}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ roles_enabled: event.currentTarget.checked }, { onError: toastError })}
      />
      {organization.roles_enabled && (
        <div>
          <Button variant="default" renderRoot={(props) => <Link to="/people" {...props} />}>
            {t('organization.roles_open')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
