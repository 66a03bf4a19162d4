import { updateUser } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Button, Divider, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { messageOf } from '../kit/message.ts'
import { Section } from '../kit/Section.tsx'
import { useTitle } from '../kit/title.ts'
import { toast } from '../kit/toast.tsx'
import { sessionQuery, useUser } from '../session/session.ts'
import { ColorSchemeSwitch } from '../shell/ColorSchemeSwitch.tsx'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'
import { AccessToken } from './AccessToken.tsx'
import { PasswordChange } from './PasswordChange.tsx'
import { PersonalToken } from './PersonalToken.tsx'
import { ProfilePicture } from './ProfilePicture.tsx'

export function AccountPage() {
  useTitle(t('account.my_account'))
  return (
    <div className="lw-page" style={{ maxWidth: 760 }}>
      <Title order={1} mb="xl">
        {t('account.my_account')}
      </Title>
      <Stack gap="lg">
        <Section title={t('account.profile')}>
          <ProfilePicture />
          <Profile />
        </Section>
        <Section title={t('account.appearance')}>
          <Group justify="space-between">
            <Text size="sm">{t('common.theme')}</Text>
            <div style={{ width: 260 }}>
              <ColorSchemeSwitch />
            </div>
          </Group>
          <Group justify="space-between">
            <Text size="sm">{t('common.language')}</Text>
            <LanguageSwitch />
          </Group>
          <Group justify="space-between">
            <Text size="sm">{t('keys.title')}</Text>
            <Button variant="default" renderRoot={(props) => <Link to="/user/account/keys" {...props} />}>
              {t('account.change_keys')}
            </Button>
          </Group>
        </Section>
        <Section title={t('account.password')}>
          <PasswordChange />
        </Section>
        <Section title={t('account.tokens')}>
          <PersonalToken />
          <Divider />
          <AccessToken />
        </Section>
      </Stack>
    </div>
  )
}

function Profile() {
  const user = useUser()
  const client = useQueryClient()
  const [first, setFirst] = useState(user.first_name)
  const [last, setLast] = useState(user.last_name)
  const save = useMutation({
    mutationFn: () => updateUser(user.id, { first_name: first.trim(), last_name: last.trim() }),
    onSuccess: async () => {
      toast(t('settings.saved'))
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      await client.invalidateQueries({ queryKey: ['members'] })
    },
  })
  const changed = first.trim() !== user.first_name || last.trim() !== user.last_name
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Stack>
        <Group grow>
          <TextInput
            label={t('account.first_name')}
            autoComplete="given-name"
            maxLength={256}
            value={first}
            onChange={(event) => setFirst(event.currentTarget.value)}
          />
          <TextInput
            label={t('account.last_name')}
            autoComplete="family-name"
            maxLength={256}
            value={last}
            onChange={(event) => setLast(event.currentTarget.value)}
          />
        </Group>
        <TextInput
          label={t('account.email_address')}
          value={user.email}
          readOnly
          description={t('account.email_fixed')}
        />
        {save.isError && <Alert color="red">{messageOf(save.error)}</Alert>}
        <Group>
          <Button type="submit" disabled={!changed} loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
