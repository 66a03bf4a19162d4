import { address, avatarAddress } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconBook, IconLogout, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { displayName, useUser } from '../session/session.ts'
import { Appearance } from './Appearance.tsx'

export function AccountMenu() {
  const user = useUser()
  return (
    <Menu>
      <Menu.Target>
        {/* What is seen must be part of what is heard: voice control goes by it. */}
        <UnstyledButton aria-label={`${t('common.account_menu')} ${user.initials.toUpperCase()}`} display="block">
          <Avatar color="teal" variant="filled" radius="xl" size={34} src={avatarAddress(user.avatar)}>
            {user.initials.toUpperCase()}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {displayName(user)}
          </Text>
          <Text size="xs" truncate>
            {user.email}
          </Text>
        </Menu.Label>
        <Menu.Item component={Link} to="/user/account" leftSection={<IconUser size={16} />}>
          {t('account.my_account')}
        </Menu.Item>
        <Menu.Item component="a" href={address('docs')} target="_blank" leftSection={<IconBook size={16} />}>
          {t('common.api_docs')}
        </Menu.Item>
        <Menu.Divider />
        <Appearance />
        <Menu.Divider />
        <Menu.Item component="a" href={address('logout')} leftSection={<IconLogout size={16} />}>
          {t('account.log_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
